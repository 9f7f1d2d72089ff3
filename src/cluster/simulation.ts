import { folderOf, storedKinds } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { noRuns } from '../api/own-run.ts'
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
import { ownRunsIn } from './own-runs.ts'
import { createPendingPrograms, type PendingPrograms } from './pending-programs.ts'
import { createPerformer } from './performer.ts'
import { dropRecordsWithPods } from './pod-records.ts'
import { isAlive } from './simulated-clock.ts'
import { keepStartSettings, startSettings } from './start-settings.ts'
import { noteVisitsWithPods } from './visits.ts'

/** A cluster that lives: the API server and the controllers over one store, in simulated time. */
export interface Simulation {
  readonly server: Server
  /** What the state file keeps of it. */
  readonly progress: Pick<
    Header,
    'revision' | 'random' | 'due' | 'cursors' | 'loads' | 'expires' | 'formerCorefiles' | 'programs'
  >
  readonly revision: number
  /** Where the cluster's chance stands. */
  readonly chance: number
  readonly formerCorefiles: Header['formerCorefiles']
  /** When something happens next by itself, in milliseconds; undefined if nothing does. */
  readonly nextDue: number | undefined
  /** The containers' own programs that are to be run. */
  readonly programs: PendingPrograms
  /** Whether the last play stopped for one of them. */
  readonly isHeld: boolean
  /** Moves the time on to one in milliseconds, and lets nothing happen. */
  moveTo(time: number): void
  /**
   * Lets all happen that is due up to a time (milliseconds), and stands there; or stands where a program is to be run
   * before anything else can happen.
   */
  playUntil(time: number): void
  /** Has every controller look at everything, as after it was away. */
  resync(): void
}

export const createSimulation = ({
  store,
  header,
  settings,
  hasPrograms = false,
}: {
  store: Store<KubeObject>
  header: Header
  settings: ClusterSettings
  /** Whether somebody runs the containers' own programs; else their ends are guessed from their words. */
  hasPrograms?: boolean
}): Simulation => {
  let time = 0
  let revision = header.revision
  const random = seededRandom(header.random)
  const cursors: Cursors = new Map(Object.entries(header.cursors))
  const loads = createNodeLoads(store, header.loads)
  const corefiles = createFormerCorefiles(store, header.formerCorefiles, () => time)
  noteVisitsWithPods(store, () => time)
  dropRecordsWithPods(store)
  keepStartSettings(store)
  const expiring = createExpiring(store, header.expires)
  const programs = createPendingPrograms(store, header.programs, () => time)
  const view = { ...viewOf(store), by: createIndexes(store), startedWith: startSettings(store) }
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
    behaviourOf: behavioursIn(
      view,
      containerFiles({ store, view, clusterDomain: settings.clusterDomain }),
      hasPrograms ? ownRunsIn(store, () => programs.changedAt) : noRuns,
    ),
    get now() {
      return time
    },
  }
  const perform = createPerformer(server, cursors)
  let asked = 0
  let isHeld = false
  const runner = createRunner({
    controllers,
    cluster,
    read: key => store.get(key),
    perform(action) {
      if (action.do !== 'run') return perform(action)
      asked += 1
      const { namespace = 'default', name: pod } = action.pod.metadata
      return programs.add({ namespace, pod, container: action.container, at: time })
    },
    isHeld: () => asked > 0,
    setTime,
    due: header.due,
  })
  if (isAlive(header.clock)) store.subscribe(({ type, value, old }) => runner.notice({ type, object: value, old }))

  return {
    server,
    get progress() {
      const kept = { due: runner.due, cursors: Object.fromEntries(cursors), loads: loads.kept, expires: expiring.next }
      const { kept: pending } = programs
      return { revision, random: random.state, formerCorefiles: corefiles.kept, programs: pending, ...kept }
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
    programs,
    get isHeld() {
      return isHeld
    },
    moveTo: setTime,
    playUntil(until) {
      asked = 0
      if (isAlive(header.clock)) runner.playUntil(until)
      isHeld = asked > 0 && time < until
      if (isHeld) return
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
