import { authoritative } from '../answer.ts'
import { definePlugin } from '../plugin.ts'
import { record } from '../records.ts'
import { accept } from './accepted.ts'

/** Tells the client its own address, port and protocol. */
export const whoami = definePlugin({
  name: 'whoami',

  setup(directive) {
    accept(directive, { most: 0 })
    return () =>
      ({ question: { name }, source, transport }) =>
        authoritative({
          additional: [
            record(name, 0, source.address.includes(':') ? 'AAAA' : 'A', source.address),
            record(name === '.' ? `_${transport}.` : `_${transport}.${name}`, 0, 'SRV', `0 0 ${source.port} .`),
          ],
        })
  },
})
