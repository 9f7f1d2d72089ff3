import { parseGoDuration } from '../../util/go-duration.ts'
import { checkHostPort, oneArgument } from '../corefile/values.ts'
import { type Directive, definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** The server's /health on :8080. It changes no answer. */
export const health = definePlugin({
  name: 'health',

  setup(directive) {
    accept(directive, { most: 1, properties: ['lameduck'] })
    directive.args.forEach(checkHostPort)
    directive.body.forEach(checkLameduck)
    return undefined
  },
})

const checkLameduck = (line: Directive): void => {
  const text = oneArgument(line)
  try {
    parseGoDuration(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`unable to parse lameduck duration value: '${text}' : ${reason}`)
  }
}
