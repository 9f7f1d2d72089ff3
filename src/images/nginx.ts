import type { ContainerRequest } from '../api/behaviour.ts'
import { defineImage } from './image.ts'
import { html } from './reply.ts'

/** The web server with its welcome page, and nothing else in its folder. */
export const nginx = defineImage({
  names: ['nginx', 'nginxinc/nginx-unprivileged'],
  behaviour: ({ container }) => ({
    stopCode: 0,
    listens: [container.image?.includes('unprivileged') ? 8080 : 80],
    respond: request => {
      const reply = isWelcome(request) ? html(welcome) : html(notFound, 404)
      return { ...reply, headers: { server: 'nginx', ...reply.headers } }
    },
  }),
})

const isWelcome = ({ path }: ContainerRequest): boolean => /^\/(index\.html)?(\?|$)/.test(path)

const page = (title: string, lines: readonly string[]): string =>
  `${['<!DOCTYPE html>', '<html>', `<head><title>${title}</title></head>`, '<body>', ...lines, '</body>', '</html>'].join('\n')}\n`

const welcome = page('Welcome to nginx!', [
  '<h1>Welcome to nginx!</h1>',
  '<p>This page is what a new nginx answers, here in the simulated cluster of kubesim.</p>',
])

const notFound = page('404 Not Found', ['<center><h1>404 Not Found</h1></center>', '<hr><center>nginx</center>'])
