import { after, type Later } from '../../util/later.ts'
import { type Answer, authoritative, unwritten } from '../answer.ts'
import { fallsThrough } from '../fallthrough.ts'
import { type KubernetesBackend, kubernetesBackend } from '../kubernetes/backend.ts'
import type { ClusterIndex } from '../kubernetes/cluster-index.ts'
import { kubernetesOptions } from '../kubernetes/options.ts'
import { type Resolved, resolve } from '../kubernetes/resolve.ts'
import { zoneTransfer } from '../kubernetes/zone-transfer.ts'
import type { ResourceRecord } from '../message.ts'
import { matchZone } from '../names.ts'
import { definePlugin } from '../plugin.ts'
import { syntheticSoa } from '../records.ts'

/** The records of Services, endpoints and Pods: the cluster's own zones. */
export const kubernetes = definePlugin({
  name: 'kubernetes',

  setup(directive, context) {
    const options = kubernetesOptions(directive, context.zones)
    const backend = kubernetesBackend(options, context)
    context.shared.kubernetes = backend
    context.shared.transferers.push(zone =>
      options.zones.includes(zone) ? zoneTransfer(backend, zone, soaOf(backend, zone, backend.index())) : undefined,
    )

    return next => query => {
      const { name, type } = query.question
      const matched = matchZone(options.zones, name)
      if (matched === undefined) return next(query)
      if (type === 'AXFR' || type === 'IXFR') return unwritten('REFUSED')

      const zone = name.slice(name.length - matched.length)
      const index = backend.index()
      const soa = (): ResourceRecord => soaOf(backend, zone, index)
      if (type === 'SOA' && name === zone) return authoritative({ answers: [soa()] })
      const outside = (target: string, wanted: string): Later<Answer> => context.lookup(query, target, wanted)
      return after(resolve({ zone, index, options, addresses: backend.addresses, outside }, query), found => {
        if (found) return answerOf(found, soa)
        return fallsThrough(options.fallthrough, name)
          ? next(query)
          : authoritative({ rcode: 'NXDOMAIN', authority: [soa()] })
      })
    }
  },
})

const answerOf = ({ records, extra, truncated, milliseconds }: Resolved, soa: () => ResourceRecord): Answer =>
  records.length === 0
    ? authoritative({ authority: [soa()], milliseconds })
    : authoritative({ answers: records, additional: extra, tc: truncated, milliseconds })

// The owner's own time to live is capped, its minimum is not.
const soaOf = ({ options: { ttl } }: KubernetesBackend, zone: string, { serial }: ClusterIndex): ResourceRecord =>
  syntheticSoa(zone, { nameServer: 'ns.dns', mailbox: 'hostmaster', serial, ttl: Math.min(ttl, 300), minimum: ttl })
