import type { Service } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterView } from '../api/view.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import { createKubelet } from '../cluster/kubelet.ts'
import type { Session } from '../cluster/session.ts'
import { keptWhile } from '../dns/kept.ts'
import type { Exchange, Query } from '../dns/message.ts'
import { createPodLog } from '../dns/pod-log.ts'
import { createTransport } from '../dns/transport.ts'
import { type DnsListener, listen } from '../dns/wire/listen.ts'
import { seededRandom } from '../util/random.ts'

export interface DnsServerOptions {
  readonly session: Session
  readonly host: string
  readonly port: number
  /** Stands in for the simulated Internet. */
  readonly realDns?: ((query: Query) => Promise<Exchange>) | undefined
}

/**
 * Answers real queries on UDP and TCP as the cluster's DNS does at its Service, from the cluster as it is at each
 * query.
 */
export const serveDns = async ({ session, host, port, realDns }: DnsServerOptions): Promise<DnsListener> => {
  let current = await look(session)
  let { now } = current
  let looks = 0
  const view: ClusterView = {
    get: <T extends KubeObject>(kind: string, namespace: string | undefined, name: string) =>
      current.view.get<T>(kind, namespace, name),
    list: <T extends KubeObject>(kind: string, namespace?: string) => current.view.list<T>(kind, namespace),
    get formerCorefiles() {
      return current.view.formerCorefiles
    },
  }
  // A cluster that was deleted and created again counts its revisions from the start: looks are counted instead.
  const revision = (): number => looks
  const clock = { now: () => now }
  const log = createPodLog({ view, clock })
  const keepLog = soon(async () => {
    await log.keep(createKubelet(session))
    session.flush()
  })
  const transport = createTransport({
    view,
    revision,
    clock,
    random: seededRandom(current.chance),
    realDns,
    log(line, address) {
      log.add(line, address)
      keepLog()
    },
  })
  const serviceOf = keptWhile(revision, () => ({
    address: view.get<Service>('Service', 'kube-system', 'kube-dns')?.spec.clusterIP ?? '',
    port: 53,
  }))
  const lookAnew = async (): Promise<void> => {
    current = await look(session)
    now = current.now
    looks++
  }
  return listen({
    host,
    port,
    look() {
      const time = session.unchangedSince(current)
      if (time === undefined) return lookAnew()
      now = time
      return undefined
    },
    ask: query => transport(query, serviceOf()),
  })
}

/** The cluster as it is now. A look may have had to play what was due, and must not keep others out. */
const look = async (session: Session): Promise<Snapshot> => {
  const snapshot = await session.read(found => found)
  session.flush()
  return snapshot
}

// For how long, in milliseconds, lines of a log are gathered before the state is written for them.
const gathering = 100

/** Does something once for all calls of a little while. */
const soon = (work: () => Promise<void>): (() => void) => {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    setTimeout(() => {
      isComing = false
      work().catch(() => {})
    }, gathering)
  }
}
