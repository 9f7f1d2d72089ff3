import type { ContainerResponse } from '../api/behaviour.ts'

export const text = (body: string, status = 200): ContainerResponse => reply('text/plain; charset=utf-8', body, status)

export const html = (body: string, status = 200): ContainerResponse => reply('text/html; charset=utf-8', body, status)

export const json = (value: unknown, status = 200): ContainerResponse =>
  reply('application/json', `${JSON.stringify(value)}\n`, status)

const reply = (type: string, body: string, status: number): ContainerResponse => ({
  status,
  headers: { 'content-type': type },
  body,
})
