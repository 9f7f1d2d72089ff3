import type { ContainerResponse } from '../../api/behaviour.ts'
import { tagOf } from '../image.ts'
import type { Process } from '../running.ts'
import type { Page } from '../web-root.ts'

const documentOf = (title: string, lines: readonly string[]): string =>
  `${['<!DOCTYPE html>', '<html>', `<head><title>${title}</title></head>`, '<body>', ...lines, '</body>', '</html>'].join('\n')}\n`

export const welcome = documentOf('Welcome to nginx!', [
  '<h1>Welcome to nginx!</h1>',
  '<p>This page is what a new nginx answers, here in the simulated cluster of kubesim.</p>',
])

/** `nginx/1.27.4` where the tag says so much. */
const serverOf = (image: string | undefined): string => {
  const [version] = /^\d+\.\d+\.\d+/.exec(tagOf(image)) ?? []
  return version ? `nginx/${version}` : 'nginx'
}

export const nginxHeaders = ({ container }: Process): Readonly<Record<string, string>> => ({
  server: serverOf(container.image),
})

export const documentPage = ({ body, type }: Page, running: Process): ContainerResponse => ({
  status: 200,
  headers: { ...nginxHeaders(running), 'content-type': type, 'accept-ranges': 'bytes' },
  body,
})

/** The page of an error, `404 Not Found`. */
export const errorPage = (title: string, running: Process): ContainerResponse => ({
  status: Number.parseInt(title, 10),
  headers: { ...nginxHeaders(running), 'content-type': 'text/html' },
  body: documentOf(title, [
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${serverOf(running.container.image)}</center>`,
  ]),
})
