import { checkHostPort, oneArgument, wrongArguments } from '../corefile/values.ts'
import { CorefileError, definePlugin } from '../plugin.ts'

/** The server's /metrics on :9153. It changes no answer. */
export const prometheus = definePlugin({
  name: 'prometheus',

  setup(directive) {
    if (directive.args.length > 1) throw wrongArguments(directive)
    directive.args.forEach(checkHostPort)
    let hasTls = false
    for (const line of directive.body) {
      if (line.name === 'tls') {
        if (hasTls) throw new CorefileError(line, 'tls block already specified')
        oneArgument(line)
        hasTls = true
      } else if (line.name !== 'runtime_metrics') throw new CorefileError(line, `unknown option: ${line.name}`)
      else if (line.args.length > 0) throw wrongArguments(line)
    }
    return undefined
  },
})
