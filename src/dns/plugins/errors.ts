import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import type { Query } from '../message.ts'
import { argumentError, CorefileError, definePlugin, lastWord } from '../plugin.ts'
import { rcodeNumber } from '../rcodes.ts'

/** Logs every answer that an error lies behind. */
export const errors = definePlugin({
  name: 'errors',

  setup(directive, { log }) {
    if (directive.args.length > 1) throw argumentError({ ...directive, lastWord: lastWord(directive) })
    const [output = 'stdout'] = directive.args
    if (output !== 'stdout') throw new CorefileError(directive, `invalid log file: ${output}`)
    for (const line of directive.body) {
      if (!['stacktrace', 'consolidate', 'show_first'].includes(line.name)) {
        throw new CorefileError(line, `unknown property '${line.name}'`)
      }
    }

    const report = ({ question: { name, type } }: Query, reply: Answer): Answer => {
      if (reply.error !== undefined) {
        log(`[ERROR] plugin/errors: ${rcodeNumber(reply.rcode)} ${name.toLowerCase()} ${type}: ${reply.error}`)
      }
      return reply
    }
    return next => query => after(next(query), reply => report(query, reply))
  },
})
