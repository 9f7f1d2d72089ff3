import { badRequest } from '../../api/status-error.ts'

/** Whom a proxy path means: `NAME`, `NAME:PORT` or `SCHEME:NAME:PORT`, the port a number, a name or nothing. */
export interface ProxiedName {
  readonly name: string
  readonly port: string
}

const form = /^(?:(?:https?)?:(?=[^:]+:))?([^:]+)(?::([^:]*))?$/

/** `what` is said of a word that is none: `service`. Throws BadRequest. */
export const parseProxiedName = (word: string, what: string): ProxiedName => {
  const [, name, port = ''] = form.exec(word) ?? []
  if (!name) throw badRequest(`invalid ${what} request ${JSON.stringify(word)}`)
  return { name, port }
}
