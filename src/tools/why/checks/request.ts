import { resolve } from '../../../dns/resolver/resolve.ts'
import { defineCheck, type Finding } from '../check.ts'
import { denied } from '../request/denied.ts'
import { dropped } from '../request/dropped.ts'
import type { Failed } from '../request/failed.ts'
import { fromOutside } from '../request/from-outside.ts'
import { otherwise } from '../request/otherwise.ts'
import { wrongPort } from '../request/wrong-port.ts'

/** A request that comes to an address but not to an answer: from the wrong side, to the wrong port, past a policy. */
export const request = defineCheck({
  name: 'request',
  applies: ({ url }) => url !== undefined,
  async find(context) {
    const { url } = context.target
    if (!url) return []
    const { port } = url
    let found: Finding | undefined
    // A client tries one address after the other; the last failure is the one it tells of.
    for (const address of (await resolve(context.world, url.host)).addresses) {
      const { route } = await context.world.connect({ address, port, protocol: 'TCP' })
      if (route.outcome.outcome === 'delivered') return []
      found = explain({ route, address, reason: route.outcome.reason, port, context })
    }
    return found ? [found] : []
  },
})

const explain = (failed: Failed): Finding | undefined =>
  denied(failed) ?? dropped(failed) ?? fromOutside(failed) ?? wrongPort(failed) ?? otherwise(failed)
