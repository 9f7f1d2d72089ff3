import { parseAddress } from '../address.ts'
import { answer } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import type { Query } from '../message.ts'
import { matchZone } from '../names.ts'
import { isCidr, isInNetwork } from '../networks.ts'
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
  (nets.includes('*') || nets.some(net => isInNetwork(net, source.address)))

const actions: readonly string[] = ['allow', 'block', 'filter', 'drop']
const isAction = (text: string): text is Action => actions.includes(text)

const policyOf = (line: Directive): Policy => {
  const action = line.name.toLowerCase()
  if (!isAction(action)) {
    throw new CorefileError(line, `unexpected token "${line.name}"; expect 'allow', 'block', 'filter' or 'drop'`)
  }
  const sections = sectionsOf(line)
  const all = (wanted: Section['key']): readonly string[] => {
    const words = sections.filter(({ key }) => key === wanted).flatMap(section => section.words)
    return words.length === 0 ? ['*'] : words
  }
  return { action, types: all('type'), nets: all('net') }
}

interface Section {
  readonly key: 'type' | 'net'
  readonly words: string[]
}

const sectionsOf = (line: Directive): readonly Section[] => {
  const sections: Section[] = []
  for (const word of line.args) {
    const key = word.toLowerCase()
    const current = sections.at(-1)
    if (key === 'type' || key === 'net') sections.push({ key, words: [] })
    else if (!current) throw new CorefileError(line, `unexpected token "${word}"; expect 'type | net'`)
    else current.words.push(checked(line, current.key, word))
  }
  const empty = sections.find(({ words }) => words.length === 0)
  if (empty) throw new CorefileError(line, `no token specified in "${empty.key}" section`)
  return sections
}

const checked = (line: Directive, section: 'type' | 'net', word: string): string => {
  if (word === '*') return word
  if (section === 'type' && typeCode(word) === undefined) {
    throw new CorefileError(line, `unexpected token "${word}"; expect legal QTYPE`)
  }
  if (section === 'net' && !isCidr(word) && !parseAddress(word)) {
    throw new CorefileError(line, `illegal CIDR notation "${word}"`)
  }
  return word
}
