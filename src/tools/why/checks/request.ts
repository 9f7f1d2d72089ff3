import { resolve } from '../../../dns/resolver/resolve.ts'
import type { HttpUrl } from '../../http/url.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { badReply } from '../request/bad-reply.ts'
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
    const found = url && (await follow(url, context))
    return found ? [found] : []
  },
})

/** A client tries one address after the other; the last failure is the one it tells of. */
const follow = async (url: HttpUrl, context: WhyContext): Promise<Finding | undefined> => {
  let found: Finding | undefined
  const { port } = url
  for (const address of await addressesOf(url, context)) {
    const connection = await context.world.connect({ address, port, protocol: 'TCP' })
    const { route } = connection
    if (route.outcome.outcome === 'delivered') return badReply({ url, connection, context })
    found = explain({ route, address, reason: route.outcome.reason, port, context })
  }
  return found
}

/** Where the name does not resolve, it may still be told what its Service's address would lead to. */
const addressesOf = async ({ host }: HttpUrl, { world, target }: WhyContext): Promise<readonly string[]> => {
  const { addresses, outcome } = await resolve(world, host)
  if (outcome !== 'timeout') return addresses
  return target.services.flatMap(({ spec }) => (spec.clusterIP && spec.clusterIP !== 'None' ? [spec.clusterIP] : []))
}

const explain = (failed: Failed): Finding | undefined =>
  denied(failed) ?? dropped(failed) ?? fromOutside(failed) ?? wrongPort(failed) ?? otherwise(failed)
