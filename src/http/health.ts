import type { RestResponse } from '../api/rest.ts'
import { noSuchPath, textReply } from './reply.ts'
import type { Call } from './server.ts'

const checks = ['ping', 'log', 'etcd', 'informer-sync', 'poststarthook/start-apiserver-admission-initializer']

/** `/healthz`, `/livez` and `/readyz`, and each of their checks: a simulated server is always well. */
export const health = ({ path, query }: Call): RestResponse => {
  const [, root = '', ...words] = path.split('/')
  const check = words.join('/')
  if (check) return checks.includes(check) ? textReply(200, 'ok') : noSuchPath()
  if (!query.has('verbose')) return textReply(200, 'ok')
  return textReply(200, `${checks.map(name => `[+]${name} ok\n`).join('')}${root} check passed\n`)
}

export const isHealthPath = (path: string): boolean => /^\/(healthz|livez|readyz)(\/|$)/.test(path)
