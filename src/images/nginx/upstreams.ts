import type { Namespace, Service } from '../../api/generated/types.ts'
import type { Process } from '../running.ts'
import type { Directive } from './parse.ts'
import { named } from './servers.ts'

/** A host that nginx has to know when it starts, and where it is named. */
interface Named {
  readonly host: string
  readonly directive: Directive
}

/** What nginx says of the first host of its configuration that nobody knows; undefined if all are known. */
export const unknownHost = (http: readonly Directive[], running: Process): string | undefined => {
  const groups = new Set(named(http, 'upstream').map(({ words: [name = ''] }) => name))
  const hosts = [...upstreamHosts(http), ...passedHosts(http, groups)]
  const missing = hosts.find(({ host }) => !isKnown(host, running))
  if (!missing) return undefined
  const { host, directive } = missing
  return `host not found in upstream "${host}" in ${directive.file}:${directive.line}`
}

const upstreamHosts = (http: readonly Directive[]): readonly Named[] =>
  named(http, 'upstream').flatMap(({ block = [] }) =>
    named(block, 'server').map(directive => ({ host: hostOf(directive.words[0] ?? ''), directive })),
  )

const passedHosts = (block: readonly Directive[], groups: ReadonlySet<string>): readonly Named[] =>
  block.flatMap(directive => {
    if (directive.name !== 'proxy_pass') return passedHosts(directive.block ?? [], groups)
    const host = hostOf(/^\w+:\/\/([^/]*)/.exec(directive.words[0] ?? '')?.[1] ?? '')
    // What holds a variable is looked up with each request.
    return groups.has(host) || host.includes('$') ? [] : [{ host, directive }]
  })

const hostOf = (authority: string): string => authority.replace(/:\d+$/, '')

/** Whether a name is known in the cluster; of names beyond it nobody here can tell, and they are taken for known. */
const isKnown = (host: string, { pod, cluster }: Process): boolean => {
  if (host === '' || host === 'localhost' || /^[\d.]+$|^\[/.test(host)) return true
  const own = pod.metadata.namespace ?? 'default'
  const aliases = pod.spec.hostAliases?.flatMap(({ hostnames = [] }) => hostnames) ?? []
  if (aliases.includes(host)) return true
  const [name = '', namespace, ...rest] = host.replace(/\.$/, '').split('.')
  if (rest.length > 0 && rest[0] !== 'svc') return true
  if (namespace !== undefined && rest.length === 0 && !cluster.get<Namespace>('Namespace', undefined, namespace)) {
    return true
  }
  return cluster.get<Service>('Service', namespace ?? own, name) !== undefined
}
