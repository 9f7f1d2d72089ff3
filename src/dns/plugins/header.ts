import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { argumentError, type Directive, definePlugin, lastWord } from '../plugin.ts'

type Flags = Partial<Readonly<Record<'aa' | 'ra' | 'rd', boolean>>>

/** Sets or clears flags of queries on their way in and of answers on their way out. */
export const header = definePlugin({
  name: 'header',

  setup(directive) {
    if (directive.body.length === 0) throw argumentError({ ...directive, lastWord: lastWord(directive) })
    const query = flagsOf(directive, 'query')
    const response = flagsOf(directive, 'response')

    const { rd } = query
    const changed = (reply: Answer): Answer =>
      reply.written ? { ...reply, ...(rd === undefined ? {} : { rd }), ...response } : reply
    return next => asked => after(next(rd === undefined ? asked : { ...asked, flags: { ...asked.flags, rd } }), changed)
  },
})

const flagsOf = ({ body }: Directive, selector: 'query' | 'response'): Flags => {
  const flags = body.flatMap(line => {
    if (line.name !== 'query' && line.name !== 'response') {
      throw new Error(`setting up rule: invalid selector=${line.name} should be query or response`)
    }
    return line.name === selector ? ruleOf(line) : []
  })
  return Object.fromEntries(flags)
}

const ruleOf = ({ args: [action = '', ...flags] }: Directive): readonly (readonly [string, boolean])[] => {
  if (action === '') throw new Error('setting up rule: no flag action provided')
  if (flags.length === 0) throw new Error('setting up rule: invalid length for flags, at least one should be provided')
  if (action !== 'set' && action !== 'clear') {
    throw new Error(`setting up rule: unknown flag action=${action}, should be set or clear`)
  }
  return flags.map(flag => {
    if (!['aa', 'ra', 'rd'].includes(flag)) throw new Error(`setting up rule: unknown/unsupported flag=${flag}`)
    return [flag, action === 'set'] as const
  })
}
