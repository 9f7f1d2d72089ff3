import { after } from '../../util/later.ts'
import type { Random } from '../../util/random.ts'
import type { Answer } from '../answer.ts'
import type { Query, ResourceRecord } from '../message.ts'
import { CorefileError, definePlugin } from '../plugin.ts'

/** Shuffles the addresses of an answer, so that clients which take the first one spread out. */
export const loadbalance = definePlugin({
  name: 'loadbalance',

  setup(directive, { random }) {
    const [policy = 'round_robin'] = directive.args
    if (policy !== 'round_robin') throw new CorefileError(directive, `unknown policy: ${policy}`)

    return next => query => after(next(query), reply => balanced(query, reply, random))
  },
})

const balanced = ({ question: { type } }: Query, reply: Answer, random: Random): Answer => {
  const { written, answers, authority, additional } = reply
  if (!written || type === 'AXFR' || type === 'IXFR') return reply
  if (answers.length < 2 && authority.length < 2 && additional.length < 2) return reply
  return {
    ...reply,
    answers: arranged(answers, random),
    authority: arranged(authority, random),
    additional: arranged(additional, random),
  }
}

const isAddress = ({ type }: ResourceRecord): boolean => type === 'A' || type === 'AAAA'

// A CNAME has to stay ahead of the addresses it leads to.
const arranged = (records: readonly ResourceRecord[], random: Random): readonly ResourceRecord[] => {
  if (records.length < 2) return records
  const aliases = records.filter(({ type }) => type === 'CNAME')
  const others = records.filter(item => item.type !== 'CNAME' && item.type !== 'MX' && !isAddress(item))
  const exchangers = records.filter(({ type }) => type === 'MX')
  return [...aliases, ...others, ...shuffled(records.filter(isAddress), random), ...shuffled(exchangers, random)]
}

const shuffled = (records: readonly ResourceRecord[], random: Random): readonly ResourceRecord[] => {
  if (records.length < 2) return records
  const rest = [...records]
  return records.flatMap(() => rest.splice(random.below(rest.length), 1))
}
