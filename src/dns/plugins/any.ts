import { answer } from '../answer.ts'
import { definePlugin } from '../plugin.ts'
import { record } from '../records.ts'
import { accept } from './accepted.ts'

/** Answers ANY with as little as RFC 8482 allows. */
export const any = definePlugin({
  name: 'any',

  setup(directive) {
    accept(directive, { most: 0 })
    return next => query => {
      const { name, type } = query.question
      if (type !== 'ANY') return next(query)
      return answer({ answers: [record(name, 8482, 'HINFO', '"ANY obsoleted" "See RFC 8482"')] })
    }
  },
})
