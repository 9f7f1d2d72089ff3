import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { classify } from '../cache/classify.ts'
import type { Query } from '../message.ts'
import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** Leaves authority and additional records out of answers; denials, errors and delegations keep theirs. */
export const minimal = definePlugin({
  name: 'minimal',

  setup(directive) {
    accept(directive, { most: 0 })
    return next => query => after(next(query), reply => minimized(query, reply))
  },
})

const minimized = (query: Query, reply: Answer): Answer => {
  if (!reply.written || reply.rcode !== 'NOERROR') return reply
  if (reply.answers.length === 0 && classify(reply, query.question) !== 'success') return reply
  const isDelegation = reply.answers.length === 0 && reply.authority.some(({ type }) => type === 'NS')
  return isDelegation ? reply : { ...reply, authority: [], additional: [] }
}
