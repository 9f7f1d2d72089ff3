import { checkHostPort, oneArgument } from '../corefile/values.ts'
import { CorefileError, type Directive, definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** The server's /ready on :8181. It changes no answer. */
export const ready = definePlugin({
  name: 'ready',

  setup(directive) {
    accept(directive, { most: 1, properties: ['monitor'] })
    directive.args.forEach(checkHostPort)
    directive.body.forEach(checkMonitor)
    return undefined
  },
})

const checkMonitor = (line: Directive): void => {
  const type = oneArgument(line)
  if (type !== 'until-ready' && type !== 'continuously') {
    throw new CorefileError(line, `monitor type '${type}' not supported`)
  }
}
