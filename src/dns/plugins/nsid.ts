import { after } from '../../util/later.ts'
import { definePlugin } from '../plugin.ts'

// RFC 5001.
const code = 3

/** Tells who the server is to a client that asks by EDNS: its host name, or the words of the line. */
export const nsid = definePlugin({
  name: 'nsid',

  setup({ args }, { env }) {
    const nameOf = (): string => (args.length > 0 ? args.join(' ') : (env.hostname?.() ?? 'localhost'))
    return next => query => {
      if (!query.edns?.options.some(option => option.code === code)) return next(query)
      const data = new TextEncoder().encode(nameOf())
      return after(next(query), reply => {
        const edns = reply.edns ?? query.edns
        const options = edns?.options.map(option => (option.code === code ? { code, data } : option)) ?? []
        return edns ? { ...reply, edns: { ...edns, options } } : reply
      })
    }
  },
})
