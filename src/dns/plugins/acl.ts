import { parseAddress } from '../address.ts'
import { answer } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import type { Query } from '../message.ts'
import { matchZone } from '../names.ts'
import { CorefileError, type Directive, definePlugin } from '../plugin.ts'
import { typeCode } from '../wire/types.ts'

type Action = 'allow' | 'block' | 'filter' | 'drop'

interface Policy {
  readonly action: Action
  readonly types: readonly string[]
  readonly nets: readonly string[]
}

/** Decides by source address and type whether a query is answered, refused, answered with nothing, or dropped. */
export const acl = definePlugin({
  name: 'acl',

  setupAll(directives, { zones }) {
    const rules = directives.map(({ args, body }) => ({ zones: zonesOr(args, zones), policies: body.map(policyOf) }))

    return next => query => {
      for (const rule of rules) {
        if (matchZone(rule.zones, query.question.name) === undefined) continue
        const action = rule.policies.find(policy => applies(policy, query))?.action
        if (action === 'allow') break
        if (action === 'drop') return answer({ silent: true })
        if (action) return answer({ rcode: action === 'block' ? 'REFUSED' : 'NOERROR' })
      }
      return next(query)
    }
  },
})

const applies = ({ types, nets }: Policy, { question, source }: Query): boolean =>
  (types.includes('*') || types.includes(question.type)) &&
  (nets.includes('*') || nets.some(net => holds(net, source.address)))

const holds = (net: string, address: string): boolean => {
  const [base = '', width] = net.split('/')
  const [left, right] = [parseAddress(base), parseAddress(address)]
  if (!left || !right || left.length !== right.length) return false
  const bits = width === undefined ? left.length * 8 : Number(width)
  return left.every((byte, index) => {
    const mask = (0xff << (8 - Math.min(8, Math.max(0, bits - index * 8)))) & 0xff
    return (byte & mask) === ((right[index] ?? 0) & mask)
  })
}

const actions: readonly string[] = ['allow', 'block', 'filter', 'drop']
const isAction = (text: string): text is Action => actions.includes(text)

const policyOf = (line: Directive): Policy => {
  const action = line.name.toLowerCase()
  if (!isAction(action)) {
    throw new CorefileError(line, `unexpected token "${line.name}"; expect 'allow', 'block', 'filter' or 'drop'`)
  }
  const sections: Record<'type' | 'net', string[]> = { type: [], net: [] }
  let section: 'type' | 'net' | undefined
  for (const word of line.args) {
    const key = word.toLowerCase()
    if (key === 'type' || key === 'net') section = key
    else if (!section) throw new CorefileError(line, `unexpected token "${word}"; expect 'type | net'`)
    else sections[section].push(checked(line, section, word))
  }
  return {
    action,
    types: sections.type.length === 0 ? ['*'] : sections.type,
    nets: sections.net.length === 0 ? ['*'] : sections.net,
  }
}

const checked = (line: Directive, section: 'type' | 'net', word: string): string => {
  if (word === '*') return word
  if (section === 'type' && typeCode(word) === undefined) {
    throw new CorefileError(line, `unexpected token "${word}"; expect legal QTYPE`)
  }
  if (section === 'net' && !parseAddress(word.replace(/\/\d+$/, ''))) {
    throw new CorefileError(line, `illegal CIDR notation "${word}"`)
  }
  return word
}
