import type { Answer } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import type { KubernetesBackend } from '../kubernetes/backend.ts'
import type { Query } from '../message.ts'
import { fqdn, isWithin, joinName, lower, matchZone, trimZone } from '../names.ts'
import { argumentError, definePlugin, type Handler, lastWord, type PluginContext } from '../plugin.ts'
import { cname } from '../records.ts'

/** Walks the search path of the asking Pod, and answers the first name of it with an alias to the one found. */
export const autopath = definePlugin({
  name: 'autopath',

  setup(directive, context) {
    const source = directive.args.at(-1)
    if (source === undefined) throw argumentError({ ...directive, lastWord: lastWord(directive) })
    const zones = zonesOr(directive.args.slice(0, -1), context.zones)
    const pathOf = searchPath(source, context)

    return next => query => {
      const { name } = query.question
      const path = matchZone(zones, name) === undefined ? [] : pathOf(query)
      const [first] = path
      if (first === undefined || !isWithin(first, lower(name))) return next(query)
      return walk(query, path, next)
    }
  },
})

const walk = async (query: Query, path: readonly string[], next: Handler): Promise<Answer> => {
  const { name } = query.question
  const base = trimZone(name, path[0] ?? '')
  let firstReply: Answer | undefined
  for (const zone of path) {
    const reply = await next({ ...query, question: { ...query.question, name: joinName(base, zone) } })
    if (reply.error !== undefined) return reply
    firstReply ??= reply
    if (reply.written && reply.rcode !== 'NXDOMAIN') return aliased(reply, name)
  }
  return firstReply ?? next(query)
}

const aliased = (reply: Answer, name: string): Answer => {
  const [first] = reply.answers
  if (!first || lower(first.name) === lower(name)) return reply
  const ttl = Math.min(...reply.answers.map(item => item.ttl))
  return { ...reply, answers: [cname(name, ttl, first.name), ...reply.answers] }
}

const searchPath = (source: string, { shared, env }: PluginContext): ((query: Query) => readonly string[]) => {
  if (source !== '@kubernetes') {
    const text = env.readFile?.(source) ?? ''
    const line = /^\s*search\s+(.*)$/m.exec(text)?.[1] ?? ''
    const fixed = [...line.split(/\s+/).filter(Boolean).map(fqdn), '']
    return () => fixed
  }
  return query => (shared.kubernetes ? podPath(shared.kubernetes, query) : [])
}

const podPath = ({ options, index }: KubernetesBackend, { question, source }: Query): readonly string[] => {
  const zone = matchZone(options.zones, question.name)
  const [pod] = zone !== undefined && options.pods === 'verified' ? index().podsAt(source.address) : []
  if (!pod || zone === undefined) return []
  return [joinName(pod.metadata.namespace ?? '', 'svc', zone), joinName('svc', zone), zone, '']
}
