import { isMountedAt, mountedTexts } from '../mounted-texts.ts'
import type { Process } from '../running.ts'
import { type Directive, type Parsed, parseConfiguration } from './parse.ts'

const folder = '/etc/nginx'
const servers = `${folder}/conf.d`

export const mainText = `user  nginx;
worker_processes  auto;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;
    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`

/** The server that the image brings, at its port. */
export const defaultText = (port: number): string => `server {
    listen       ${port};
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }
}
`

/** What the http part of an nginx says, of all its files. */
export const httpPart = (running: Process, port: number): Parsed => {
  const main = textAt(running, folder, 'nginx.conf') ?? mainText
  const { directives, problem } = parseConfiguration(main, `${folder}/nginx.conf`)
  const all = directives.filter(({ name }) => name === 'http').flatMap(({ block = [] }) => block)
  const parts = all.map(directive => (isServers(directive) ? included(running, port) : { directives: [directive] }))
  const fault = problem ?? parts.find((part: Parsed) => part.problem)?.problem
  return { directives: parts.flatMap(part => part.directives), problem: fault }
}

const isServers = ({ name, words }: Directive): boolean => name === 'include' && /conf\.d\/\*/.test(words[0] ?? '')

const included = (running: Process, port: number): Parsed => {
  const brought = isMountedAt(running, servers) ? [] : ['default.conf']
  const names = [...new Set([...brought, 'default.conf', ...mountedTexts(running, servers).keys()])]
  const parts = names
    .filter(name => name.endsWith('.conf'))
    .toSorted()
    .map(name => {
      const text = textAt(running, servers, name) ?? (brought.includes(name) ? defaultText(port) : '')
      return parseConfiguration(text, `${servers}/${name}`)
    })
  return { directives: parts.flatMap(part => part.directives), problem: parts.find(part => part.problem)?.problem }
}

/** A file that somebody wrote, or that a ConfigMap brings. */
const textAt = (running: Process, at: string, name: string): string | undefined => {
  const found = running.files.find(`${at}/${name}`)
  if (found) return found.isThere ? found.text : ''
  return mountedTexts(running, at).get(name)
}
