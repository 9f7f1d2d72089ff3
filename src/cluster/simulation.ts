import { folderOf, storedKinds } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterSettings } from '../api/resource.ts'
import { createIndexes } from '../apiserver/indexes.ts'
import type { Cursors } from '../apiserver/pod-addresses.ts'
import { type Server, viewOf } from '../apiserver/server.ts'
import { controllers } from '../controllers/index.ts'
import { createRunner } from '../controllers/runner.ts'
import { behavioursIn } from '../images/behaviour-of.ts'
import type { Header } from '../store/header.ts'
import type { Store } from '../store/store.ts'
import { seededRandom } from '../util/random.ts'
import { containerFiles } from './container-files.ts'
import { createExpiring } from './expiring.ts'
import { createFormerCorefiles } from './former-corefiles.ts'
import { createKinCounts } from './kin-counts.ts'
import { createNodeLoads } from './node-loads.ts'
import { createPerformer } from './performer.ts'
import { dropRecordsWithPods } from './pod-records.ts'
import { isAlive } from './simulated-clock.ts'

/** A cluster that lives: the API server and the controllers over one store, in simulated time. */
export interface Simulation {
  readonly server: Server
  /** What the state file keeps of it. */
  readonly progress: Pick<Header, 'revision' | 'random' | 'due' | 'cursors' | 'loads' | 'expires' | 'formerCorefiles'>
  readonly revision: number
  /** Where the cluster's chance stands. */
  readonly chance: number
  readonly formerCorefiles: Header['formerCorefiles']
  /** When something happens next by itself, in milliseconds; undefined if nothing does. */
  readonly nextDue: number | undefined
  /** Lets all happen that is due up to a time (milliseconds), and stands there. */
  playUntil(time: number): void
  /** Has every controller look at everything, as after it was away. */
  resync(): void
}

export const createSimulation = ({
  store,
  header,
  settings,
}: {
  store: Store<KubeObject>
  header: Header
  settings: ClusterSettings
}): Simulation => {
  let time = 0
  let revision = header.revision
  const random = seededRandom(header.random)
  const cursors: Cursors = new Map(Object.entries(header.cursors))
  const loads = createNodeLoads(store, header.loads)
  const corefiles = createFormerCorefiles(store, header.formerCorefiles, () => time)
  dropRecordsWithPods(store)
  const expiring = createExpiring(store, header.expires)
  const view = { ...viewOf(store), by: createIndexes(store) }
  const server: Server = {
    store,
    view,
    random,
    settings,
    now: () => time,
    revision: () => revision,
    nextRevision: () => String(++revision),
  }
  const setTime = (at: number): void => {
    time = Math.max(time, at)
  }
  const cluster = {
    ...view,
    loadOf: loads.of,
    kinOf: createKinCounts(store, view.by),
    settings,
    behaviourOf: behavioursIn(view, containerFiles({ store, view, clusterDomain: settings.clusterDomain })),
    get now() {
      return time
    },
  }
  const runner = createRunner({
    controllers,
    cluster,
    read: key => store.get(key),
    perform: createPerformer(server, cursors),
    setTime,
    due: header.due,
  })
  if (isAlive(header.clock)) store.subscribe(({ type, value, old }) => runner.notice({ type, object: value, old }))

  return {
    server,
    get progress() {
      const kept = { due: runner.due, cursors: Object.fromEntries(cursors), loads: loads.kept, expires: expiring.next }
      return { revision, random: random.state, formerCorefiles: corefiles.kept, ...kept }
    },
    get formerCorefiles() {
      return corefiles.kept
    },
    get revision() {
      return revision
    },
    get chance() {
      return random.state
    },
    get nextDue() {
      return runner.nextDue
    },
    playUntil(until) {
      if (isAlive(header.clock)) runner.playUntil(until)
      setTime(until)
      if (isAlive(header.clock)) expiring.sweep(until)
      runner.settle()
    },
    resync() {
      for (const object of storedKinds().flatMap(resource => store.list(folderOf(resource)))) {
        runner.notice({ type: 'ADDED', object })
      }
      runner.settle()
    },
  }
}
