import { after } from '../../util/later.ts'
import { wrongArguments } from '../corefile/values.ts'
import { type Directive, definePlugin, pluginError } from '../plugin.ts'

/** Limits the size that clients offer for UDP. */
export const bufsize = definePlugin({
  name: 'bufsize',

  setup(directive) {
    const most = sizeOf(directive)
    return next => query => {
      if (!query.edns || query.edns.udpSize <= most) return next(query)
      const edns = { ...query.edns, udpSize: most }
      return after(next({ ...query, edns }), reply => ({ ...reply, edns: reply.edns ?? edns }))
    }
  },
})

const sizeOf = (directive: Directive): number => {
  const [text = '1232'] = directive.args
  const size = /^\d+$/.test(text) ? Number(text) : 0
  // CoreDNS puts the name in front twice.
  if (directive.args.length > 1 || size < 512 || size > 4096) throw pluginError('bufsize', wrongArguments(directive))
  return size
}
