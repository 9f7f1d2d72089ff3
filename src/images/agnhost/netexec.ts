import type { Behaviour, ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import { flagOf, portFlag } from '../go-flags.ts'
import { hostnameOf } from '../hostname.ts'
import { text } from '../reply.ts'
import { pathOf, queryOf } from '../request.ts'
import type { Process } from '../running.ts'
import { printedByGo, startLog } from '../start-log.ts'
import { dial } from './dial.ts'
import { udpAnswer } from './udp-commands.ts'

/** A server that tells about itself and about who asks, and asks others if it is told to. */
export const netexec = (running: Process, words: readonly string[]): Behaviour => {
  const udpPort = portFlag(words, 'udp-port', 8081)
  const isUdp = flagOf(words, 'udp-port') !== '-1'
  const port = portFlag(words, 'http-port', 8080)
  return {
    stopCode: 2,
    listens: [port],
    log: startLog(printedByGo(`Started HTTP server on port ${port}`)),
    accessLine: ({ path }, _, now) => printedByGo(`GET ${path}`)(now),
    converse: (heard, now) => (heard.protocol === 'UDP' ? udpAnswer(running, heard, now) : undefined),
    listensUdp: isUdp ? [udpPort] : [],
    respond: (request, now) => {
      const path = pathOf(request)
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined
      return page ? page(request, running, now) : text(`NOW: ${goTime(now, running.startedAt)}`)
    },
  }
}

type Page = (request: ContainerRequest, running: Process, now: number) => ContainerResponse

const pages: Readonly<Record<string, Page>> = {
  '/clientip': ({ client = '' }) => text(client),
  '/dial': dial,
  '/echo': request => echo(queryOf(request)),
  '/header': request => text(request.headers[queryOf(request)('key').toLowerCase()] ?? ''),
  '/healthz': () => text(''),
  '/hostname': (_, { pod }) => text(hostnameOf(pod)),
  '/hostName': (_, { pod }) => text(hostnameOf(pod)),
  '/redirect': request => redirect(queryOf(request)),
}

const echo = (query: (name: string) => string): ContainerResponse => {
  const code = query('code')
  if (code !== '' && !/^\d+$/.test(code)) return text(`argument 'code' must be an integer or empty, got "${code}"\n`)
  return text(query('msg'), code === '' ? 200 : Number(code))
}

const redirect = (query: (name: string) => string): ContainerResponse => {
  const location = query('location')
  const reply = text('', Number(query('code') || 302))
  return { ...reply, headers: { ...reply.headers, location } }
}

/** A time as Go prints it: `2026-11-20 10:00:00 +0000 UTC m=+12.000000000`. */
const goTime = (now: number, startedAt: number): string => {
  const written = new Date(now).toISOString().replace('T', ' ').replace('Z', '')
  return `${written} +0000 UTC m=+${((now - startedAt) / 1000).toFixed(9)}`
}
