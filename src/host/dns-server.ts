import type { Service } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterView } from '../api/view.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import type { Session } from '../cluster/session.ts'
import type { Exchange, Query } from '../dns/message.ts'
import { createTransport } from '../dns/transport.ts'
import { type DnsListener, listen } from '../dns/wire/listen.ts'
import { seededRandom } from '../util/random.ts'

export interface DnsServerOptions {
  readonly session: Session
  readonly host: string
  readonly port: number
}

/**
 * Answers real queries on UDP and TCP as the cluster's DNS does at its Service, from the cluster as it is at each
 * query.
 */
export const serveDns = async ({ session, host, port }: DnsServerOptions): Promise<DnsListener> => {
  let current = await look(session)
  const view: ClusterView = {
    get: <T extends KubeObject>(kind: string, namespace: string | undefined, name: string) =>
      current.view.get<T>(kind, namespace, name),
    list: <T extends KubeObject>(kind: string, namespace?: string) => current.view.list<T>(kind, namespace),
  }
  const transport = createTransport({
    view,
    revision: () => current.revision,
    clock: { now: () => current.now },
    random: seededRandom(current.chance),
  })
  let lookedAt = 0
  const ask = async (query: Query): Promise<Exchange> => {
    if (Date.now() - lookedAt >= freshness) {
      current = await look(session)
      lookedAt = Date.now()
    }
    const { clusterIP = '' } = view.get<Service>('Service', 'kube-system', 'kube-dns')?.spec ?? {}
    return transport(query, { address: clusterIP, port: 53 })
  }
  return listen({ host, port, ask })
}

// For how long, in milliseconds, queries that come in a burst are answered from one look at the cluster.
const freshness = 5

/** The cluster as it is now. A look may have had to play what was due, and must not keep others out. */
const look = async (session: Session): Promise<Snapshot> => {
  const snapshot = await session.read(found => found)
  session.flush()
  return snapshot
}
