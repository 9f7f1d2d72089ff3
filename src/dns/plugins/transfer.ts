import { parseAddress } from '../address.ts'
import { authoritative, unwritten } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import { oneArgument } from '../corefile/values.ts'
import { matchZone } from '../names.ts'
import { argumentError, CorefileError, type Directive, definePlugin, lastWord, pluginError } from '../plugin.ts'

/** Hands whole zones out (AXFR), over TCP and to whom it may. */
export const transfer = definePlugin({
  name: 'transfer',

  setupAll(directives, { zones, shared, log }) {
    const rules = directives.map(directive => ruleOf(directive, zones))

    return next => query => {
      const { name, type } = query.question
      if (type !== 'AXFR' && type !== 'IXFR') return next(query)
      if (query.transport !== 'tcp') return unwritten('REFUSED')
      const rule = longest(rules, name)
      if (!rule) return next(query)
      if (!rule.to.includes('*') && !rule.to.includes(query.source.address))
        return { ...unwritten('REFUSED'), written: true }
      const records = shared.transferers.map(give => give(name.toLowerCase())).find(Boolean)
      if (!records) return next(query)
      log(
        `[INFO] plugin/transfer: Outgoing transfer of ${records.length} records of zone "${name}" to ${query.source.address}`,
      )
      return authoritative({ answers: records })
    }
  },
})

interface Rule {
  readonly zones: readonly string[]
  readonly to: readonly string[]
}

const longest = (rules: readonly Rule[], name: string): Rule | undefined =>
  rules
    .map(rule => ({ rule, zone: matchZone(rule.zones, name) }))
    .filter(({ zone }) => zone !== undefined)
    .toSorted((left, right) => (right.zone?.length ?? 0) - (left.zone?.length ?? 0))[0]?.rule

const ruleOf = (directive: Directive, blockZones: readonly string[]): Rule => {
  const to = directive.body.flatMap(line => {
    if (line.name === 'source') return checkSource(line)
    if (line.name !== 'to') throw wrong(line, `unknown property "${line.name}"`)
    if (line.args.length === 0) throw argumentError({ ...line, lastWord: lastWord(line) })
    return line.args.map(host => host.replace(/:\d+$/, ''))
  })
  if (to.length === 0) throw wrong(directive, "'to' is required")
  return { zones: zonesOr(directive.args, blockZones), to }
}

// CoreDNS puts the name in front twice.
const wrong = (line: Directive, message: string): Error => pluginError('transfer', new CorefileError(line, message))

const checkSource = (line: Directive): readonly string[] => {
  const text = oneArgument(line)
  if (!parseAddress(text)) throw wrong(line, `invalid source address "${text}"`)
  return []
}
