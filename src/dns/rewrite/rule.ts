import type { Later } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import type { Query, ResourceRecord } from '../message.ts'

/** Changes one record of an answer on its way back. */
export type RecordChange = (record: ResourceRecord) => ResourceRecord

/** What a rule made of a query: the query as it goes on, and what happens to the answer. */
export interface Rewritten {
  readonly query: Query
  readonly records: readonly RecordChange[]
  readonly reply?: ((reply: Answer) => Later<Answer>) | undefined
}

export interface RewriteRule {
  /** After a rule that applied, the next one is tried as well. */
  readonly continues: boolean
  /** Undefined if the rule does not apply. */
  apply(query: Query): Rewritten | undefined
}

export const asked = (query: Query, change: Partial<Query['question']>): Query => ({
  ...query,
  question: { ...query.question, ...change },
})

/** Changes the name that a record leads to. */
export const changeTarget = (item: ResourceRecord, change: (name: string) => string): ResourceRecord => {
  if (!['SRV', 'MX', 'CNAME', 'NS', 'DNAME', 'PTR'].includes(item.type)) return item
  const at = item.data.lastIndexOf(' ') + 1
  return { ...item, data: item.data.slice(0, at) + change(item.data.slice(at)) }
}
