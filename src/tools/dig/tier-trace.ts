import type { Tier } from '../../dns/message.ts'
import type { Received } from '../bind/lookup.ts'

/** What +trace says instead of a walk from the root: the tiers that the question passed through, down to the answer. */
export const tierTrace = ({ server, query, reply }: Received): string => {
  const reached = tiers.findIndex(({ tier }) => tier === reply.tier)
  const passed = tiers.slice(0, reached + 1).map(({ title }, index) => {
    const who = index === 0 ? `${title}, ${server.calledAs}` : title
    return `;; ${index + 1}. ${who}: ${index < reached ? 'not mine, asks on' : 'answers'}\n`
  })
  return `;; ${query.question.name} ${query.question.class} ${query.question.type}\n${passed.join('')}`
}

const tiers: readonly { readonly tier: Tier; readonly title: string }[] = [
  { tier: 'cluster', title: "cluster (the cluster's DNS)" },
  { tier: 'internal', title: "internal (the company network's server)" },
  { tier: 'external', title: 'external (a server of the Internet)' },
]
