import type { RestHandler, RestRequest, RestResponse } from '../../api/rest.ts'
import { Failure } from '../errors.ts'

/** Which requests go through: lists of regular expressions with commas in between. */
export interface FilterFlags {
  readonly acceptPaths: string
  readonly rejectPaths: string
  readonly acceptHosts: string
  readonly rejectMethods: string
}

/** Lets a handler see only what goes through; the rest is forbidden. Throws over what is no regular expression. */
export const filtered = (flags: FilterFlags, handler: RestHandler): RestHandler => {
  const accepts = predicate(flags)
  return async request => (accepts(request) ? handler(request) : forbidden)
}

const predicate = (flags: FilterFlags): ((request: RestRequest) => boolean) => {
  const acceptHosts = patterns(flags.acceptHosts)
  const acceptPaths = patterns(flags.acceptPaths)
  const rejectPaths = patterns(flags.rejectPaths)
  const rejectMethods = patterns(flags.rejectMethods)
  return ({ method, path, headers }) => {
    const route = path.split('?')[0] ?? ''
    if (matches(rejectMethods, method) || matches(rejectPaths, route)) return false
    return matches(acceptPaths, route) && matches(acceptHosts, hostOf(headers.host))
  }
}

const patterns = (text: string): readonly RegExp[] =>
  text.split(',').map(pattern => {
    try {
      return new RegExp(pattern)
    } catch {
      throw new Failure(`error parsing regexp: \`${pattern}\``)
    }
  })

const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some(pattern => pattern.test(text))

/** The host without its port. */
const hostOf = (host = ''): string => host.replace(/:\d*$/, '')

const forbidden: RestResponse = {
  status: 403,
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['X-Content-Type-Options', 'nosniff'],
  ],
  body: 'Forbidden\n',
}
