import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { consolidation } from '../consolidation.ts'
import { syntaxError } from '../corefile/corefile-error.ts'
import { wrongArguments } from '../corefile/values.ts'
import type { Query } from '../message.ts'
import { CorefileError, definePlugin } from '../plugin.ts'
import { rcodeNumber } from '../rcodes.ts'

/** Logs every answer that an error lies behind; many of one kind only as their number. */
export const errors = definePlugin({
  name: 'errors',

  setup(directive, { log, clock }) {
    if (directive.args.length > 1) throw wrongArguments(directive)
    const [output = 'stdout'] = directive.args
    if (output !== 'stdout') throw new CorefileError(directive, `invalid log file: ${output}`)
    const patterns = directive.body.flatMap(line => {
      if (line.name === 'consolidate') return [consolidation(line, { log, clock })]
      if (line.name !== 'stacktrace') throw syntaxError(line, `Unknown field ${line.name}`, line.name)
      return []
    })

    const report = ({ question: { name, type } }: Query, { rcode, error }: Answer): void => {
      for (const { tell } of patterns) tell()
      if (error === undefined) return
      const line = `${rcodeNumber(rcode)} ${name.toLowerCase()} ${type}: ${error}`
      const level = patterns.reduce<string | undefined>((known, { take }) => known ?? take(line), undefined) ?? 'ERROR'
      if (level !== '') log(`[${level}] plugin/errors: ${line}`)
    }
    return next => query =>
      after(next(query), reply => {
        report(query, reply)
        return reply
      })
  },
})
