import { parseGoDuration } from '../../util/go-duration.ts'
import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

// In milliseconds.
const [leastInterval, leastJitter] = [2000, 1000]

/** Rereads the Corefile when it changes: whoever holds the server does so. It changes no answer. */
export const reload = definePlugin({
  name: 'reload',

  setup(directive) {
    accept(directive, { most: 2 })
    const [interval = 30_000, jitter = 15_000] = directive.args.map(parseGoDuration)
    if (interval < leastInterval) throw new Error('interval value must be greater or equal to 2s')
    if (jitter !== 0 && jitter < leastJitter) throw new Error('jitter value must be 0 or greater or equal to 1s')
    return undefined
  },
})
