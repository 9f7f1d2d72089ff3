import type { Behaviour, ContainerResponse } from '../api/behaviour.ts'
import { commonLine } from './access-log.ts'
import { defineImage } from './image.ts'
import { html } from './reply.ts'
import type { Process } from './running.ts'
import { pageIn } from './web-root.ts'

const apache = '/usr/local/apache2/htdocs'
const welcome = '<html><body><h1>It works!</h1></body></html>\n'

/** Apache's web server, which says that it works, or shows what is put into its folder. */
export const httpd = defineImage({
  names: ['httpd', 'php'],
  files: { [`${apache}/index.html`]: welcome },
  behaviour(running): Behaviour {
    const image = running.container.image ?? ''
    const isPhp = image.includes('php')
    // Only PHP's image with a web server in it serves anything.
    if (isPhp && !image.includes('apache')) return { listens: [] }
    const folder = isPhp ? '/var/www/html' : apache
    return { stopCode: 0, listens: [80], accessLine: commonLine, respond: ({ path }) => respond(running, folder, path) }
  },
})

const respond = (running: Process, folder: string, path: string): ContainerResponse => {
  const found = pageIn(running, folder, path)
  if (found && found !== 'missing') {
    return { status: 200, headers: { 'content-type': found.type }, body: found.body }
  }
  const isWelcome = path === '/' && found === undefined
  return isWelcome ? html(welcome) : html('<h1>Not Found</h1>\n', 404)
}
