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

    return next => async query => {
      const reply = await next(query)
      if (reply.error !== undefined) {
        const { name, type } = query.question
        log(`[ERROR] plugin/errors: ${rcodeNumber(reply.rcode)} ${name.toLowerCase()} ${type}: ${reply.error}`)
      }
      return reply
    }
  },
})
