import { after } from '../../util/later.ts'
import { type Answer, unwritten } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import { fallsThrough, fallthroughZones } from '../fallthrough.ts'
import { isWithin, lower, matchZone } from '../names.ts'
import { argumentError, type Directive, definePlugin, lastWord, type PluginContext } from '../plugin.ts'
import { lookUp, openTarget } from '../zone/lookup.ts'
import { parseZone } from '../zone/parse.ts'
import type { Zone } from '../zone/zone.ts'

interface Served {
  readonly zones: ReadonlyMap<string, Zone>
  readonly fallthrough: readonly string[]
}

/** Zones from master files. */
export const file = definePlugin({
  name: 'file',

  setupAll(directives, context) {
    const read = directives.map(directive => servedBy(directive, context))
    const zones = new Map(
      read.flatMap(item => [...item.zones].map(([name, zone]) => [name, { ...item, zone }] as const)),
    )
    context.shared.transferers.push(name => transferOf(zones.get(name)?.zone))

    return next => query => {
      const { name, type } = query.question
      const origin = matchZone([...zones.keys()], name)
      const served = origin === undefined ? undefined : zones.get(origin)
      if (!served) return next(query)
      if (type === 'AXFR' || type === 'IXFR') return unwritten('REFUSED')
      const reply = lookUp(served.zone, query.question)
      if (reply.rcode === 'NXDOMAIN' && fallsThrough(served.fallthrough, name)) return next(query)
      const target = openTarget(reply, served.zone, query.question)
      return target === undefined
        ? reply
        : after(context.lookup(query, target, type), found => withTarget(reply, found))
    }
  },
})

const withTarget = (reply: Answer, target: Answer): Answer => ({
  ...reply,
  answers: [...reply.answers, ...target.answers],
  tc: reply.tc || target.tc,
  milliseconds: target.milliseconds,
})

const servedBy = (directive: Directive, { zones, env }: PluginContext): Served => {
  const [path, ...names] = directive.args
  if (path === undefined) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  const text = env.readFile?.(path)
  if (text === undefined) throw new Error(`open ${path}: no such file or directory`)
  const allow = directive.body.find(({ name }) => name === 'fallthrough')
  return {
    zones: new Map(zonesOr(names, zones).map(origin => [origin, ownPart(parseZone(text, origin))])),
    fallthrough: allow ? fallthroughZones(allow.args) : [],
  }
}

// What lies outside the zone is not its to answer.
const ownPart = (zone: Zone): Zone => ({
  ...zone,
  records: new Map([...zone.records].filter(([owner]) => isWithin(zone.origin, owner))),
})

const transferOf = (zone: Zone | undefined) => {
  if (!zone) return undefined
  const all = [...zone.records.values()].flat()
  const soa = all.filter(item => item.type === 'SOA' && lower(item.name) === zone.origin)
  return [...soa, ...all.filter(item => item !== soa[0]), ...soa]
}
