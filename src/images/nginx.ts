import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { defineImage, tagOf } from './image.ts'

/** The web server with its welcome page, and nothing else in its folder. */
export const nginx = defineImage({
  names: ['nginx', 'nginxinc/nginx-unprivileged'],
  behaviour: ({ container }) => ({
    stopCode: 0,
    listens: [container.image?.includes('unprivileged') ? 8080 : 80],
    respond: request => {
      const server = serverOf(container.image)
      if (!['GET', 'HEAD'].includes(request.method)) return page(refused(server), server, 405)
      if (!isWelcome(request)) return page(notFound(server), server, 404)
      const reply = page(welcome, server)
      return { ...reply, headers: { ...reply.headers, 'accept-ranges': 'bytes' } }
    },
  }),
})

const isWelcome = ({ path }: ContainerRequest): boolean => /^\/(index\.html)?(\?|$)/.test(path)

/** `nginx/1.27.4` where the tag says so much. */
const serverOf = (image: string | undefined): string => {
  const [version] = /^\d+\.\d+\.\d+/.exec(tagOf(image)) ?? []
  return version ? `nginx/${version}` : 'nginx'
}

const page = (body: string, server: string, status = 200): ContainerResponse => ({
  status,
  headers: { server, 'content-type': 'text/html' },
  body,
})

const documentOf = (title: string, lines: readonly string[]): string =>
  `${['<!DOCTYPE html>', '<html>', `<head><title>${title}</title></head>`, '<body>', ...lines, '</body>', '</html>'].join('\n')}\n`

const welcome = documentOf('Welcome to nginx!', [
  '<h1>Welcome to nginx!</h1>',
  '<p>This page is what a new nginx answers, here in the simulated cluster of kubesim.</p>',
])

const notFound = (server: string): string => errorPage('404 Not Found', server)
const refused = (server: string): string => errorPage('405 Not Allowed', server)

const errorPage = (title: string, server: string): string =>
  documentOf(title, [`<center><h1>${title}</h1></center>`, `<hr><center>${server}</center>`])
