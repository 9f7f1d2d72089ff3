import type { Service } from '../api/generated/types.ts'
import type { Run } from './command.ts'
import type { Process } from './running.ts'
import { lineGiven } from './shell-line.ts'

/**
 * A shell's line that asks for a name again and again until it resolves: `until nslookup db; do sleep 2; done`. It ends
 * with the first try after the Service of that name was there. Undefined for other lines, and for names of no Service.
 */
export const waitingLine = (command: readonly string[], running: Process): Run | undefined => {
  const line = lineGiven(command) ?? ''
  const [, condition = '', body = ''] = /\buntil\s+(.*?);\s*do\b(.*?)\bdone\b/s.exec(line) ?? negated.exec(line) ?? []
  const [, name] = asking.exec(condition) ?? []
  const service = name === undefined ? undefined : serviceNamed(name, running.pod.metadata.namespace ?? 'default')
  if (!service) return undefined
  const found = running.cluster.get<Service>('Service', service.namespace, service.name)
  const created = found?.metadata.creationTimestamp
  if (created === undefined) return { exitCode: 0 }
  const late = Math.max(0, Date.parse(created) - running.startedAt)
  const pause = pauseOf(body)
  return { runsFor: Math.ceil(late / pause) * pause, exitCode: 0 }
}

const negated = /\bwhile\s+!\s+(.*?);\s*do\b(.*?)\bdone\b/s
const asking = /\b(?:nslookup|getent\s+hosts|host|dig\s+\+short)\s+((?:\$\([^)]*\)|[^\s;|&>])+)/

/** The Service that a name of the cluster stands for: `db`, `db.prod`, `db.prod.svc.cluster.local`. */
const serviceNamed = (
  written: string,
  own: string,
): { readonly name: string; readonly namespace: string } | undefined => {
  const plain = written.replace(/["']/g, '').replace(/\$\(cat [^)]*\/namespace\)/, own)
  const [name = '', namespace = own, svc = 'svc'] = plain.replace(/\.$/, '').split('.')
  return svc === 'svc' && /^[a-z0-9-]+$/.test(name) && /^[a-z0-9-]+$/.test(namespace) ? { name, namespace } : undefined
}

/** How long it sleeps between two tries, in milliseconds. */
const pauseOf = (body: string): number => {
  const [, seconds = '1'] = /\bsleep\s+(\d+(?:\.\d+)?)/.exec(body) ?? []
  return Math.max(1, Number(seconds) * 1000)
}
