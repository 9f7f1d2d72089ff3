import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { combinedLine, goTime } from './access-log.ts'
import { defineImage, tagOf } from './image.ts'
import type { Process } from './running.ts'
import { pageIn } from './web-root.ts'

const folder = '/usr/share/nginx/html'

const documentOf = (title: string, lines: readonly string[]): string =>
  `${['<!DOCTYPE html>', '<html>', `<head><title>${title}</title></head>`, '<body>', ...lines, '</body>', '</html>'].join('\n')}\n`

const welcome = documentOf('Welcome to nginx!', [
  '<h1>Welcome to nginx!</h1>',
  '<p>This page is what a new nginx answers, here in the simulated cluster of kubesim.</p>',
])

/** The web server with its welcome page, and what is put into its folder. */
export const nginx = defineImage({
  names: ['nginx', 'nginxinc/nginx-unprivileged'],
  files: { [`${folder}/index.html`]: welcome },
  behaviour: running => ({
    stopCode: 0,
    listens: [running.container.image?.includes('unprivileged') ? 8080 : 80],
    log: started => starting.map(text => ({ time: started, text: `${goTime(started)} [notice] 1#1: ${text}` })),
    accessLine: combinedLine,
    respond: request => respond(running, request),
  }),
})

const starting = ['using the "epoll" event method', 'start worker processes']

const respond = (running: Process, { method, path }: ContainerRequest): ContainerResponse => {
  const server = serverOf(running.container.image)
  if (!['GET', 'HEAD'].includes(method)) return errorPage('405 Not Allowed', server)
  const found = pageIn(running, folder, path)
  if (found === 'missing') return errorPage(isFolder(path) ? '403 Forbidden' : '404 Not Found', server)
  if (found) return page(found.body, { server, type: found.type })
  return isWelcome(path) ? page(welcome, { server }) : errorPage('404 Not Found', server)
}

const isWelcome = (path: string): boolean => /^\/(index\.html)?(\?|$)/.test(path)
const isFolder = (path: string): boolean => /^[^?]*\/(\?|$)/.test(path)

/** `nginx/1.27.4` where the tag says so much. */
const serverOf = (image: string | undefined): string => {
  const [version] = /^\d+\.\d+\.\d+/.exec(tagOf(image)) ?? []
  return version ? `nginx/${version}` : 'nginx'
}

const page = (body: string, { server, type = 'text/html' }: { server: string; type?: string }): ContainerResponse => ({
  status: 200,
  headers: { server, 'content-type': type, 'accept-ranges': 'bytes' },
  body,
})

const errorPage = (title: string, server: string): ContainerResponse => ({
  status: Number.parseInt(title, 10),
  headers: { server, 'content-type': 'text/html' },
  body: documentOf(title, [`<center><h1>${title}</h1></center>`, `<hr><center>${server}</center>`]),
})
