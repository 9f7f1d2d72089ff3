import { objectKey, resourceOfKind } from '../api/lookup.ts'
import { controllerOf, type KubeObject } from '../api/meta.ts'
import type { Action, Cluster, Controller, Related } from './controller.ts'
import { createQueue } from './queue.ts'
import { createTimetable, type TimedCall } from './timetable.ts'

/** A change of the cluster that controllers may have to answer. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: KubeObject
  readonly old?: KubeObject | undefined
}

export interface RunnerWorld {
  readonly controllers: readonly Controller[]
  readonly cluster: Cluster
  read(key: string): KubeObject | undefined
  /** Does what a controller asks for; what cannot be done is its matter. */
  perform(action: Action): void
  /** Sets the simulated time to that of a call. */
  setTime(at: number): void
  /** Whether time has to stand still: something was asked for that has to be known before anything later happens. */
  isHeld?(): boolean
  readonly due: readonly TimedCall[]
}

/** Runs controllers over a cluster: on its changes, and at the times they asked for. */
export interface Runner {
  readonly due: readonly TimedCall[]
  readonly nextDue: number | undefined
  notice(change: Change): void
  /** Answers all that has been noticed, until nothing is left to do now. */
  settle(): void
  /** Plays the calls that are due up to a time, each at its own time, as long as time is not held. */
  playUntil(time: number): void
}

interface Call {
  readonly controller: Controller
  readonly key: string
}

// A cluster of ten thousand pods settles in some hundred thousand calls; a loop between controllers never does.
const mostCalls = 5_000_000

export const createRunner = (world: RunnerWorld): Runner => {
  const { controllers, cluster } = world
  const queue = createQueue<Call>(({ controller, key }) => `${controller.name} ${key}`)
  const timetable = createTimetable(world.due)
  const byName = new Map(controllers.map(controller => [controller.name, controller]))
  const interested = interestsOf(controllers)

  const enqueue = (controller: Controller, object: KubeObject): void => queue.add({ controller, key: keyOf(object) })

  const call = ({ controller, key }: Call): void => {
    const object = world.read(key)
    const actions = object ? controller.reconcile(object, cluster) : []
    let at: number | undefined
    for (const action of actions) {
      if (action.do === 'again') at = Math.min(at ?? action.at, action.at)
      else world.perform(action)
    }
    timetable.set(controller.name, key, at)
  }

  const settle = (): void => {
    for (let calls = 0; ; calls++) {
      const next = queue.take()
      if (!next) return
      if (calls > mostCalls) throw new Error(`controller ${next.controller.name} does not come to rest at ${next.key}`)
      call(next)
    }
  }

  return {
    get due() {
      return timetable.calls
    },
    get nextDue() {
      return timetable.next
    },
    notice(change) {
      for (const interest of interested(change.object.kind)) {
        for (const object of concerned(interest, change, cluster)) enqueue(interest.controller, object)
      }
    },
    settle,
    playUntil(time) {
      settle()
      while (timetable.next !== undefined && timetable.next <= time && !world.isHeld?.()) {
        world.setTime(timetable.next)
        for (const [, name, key] of timetable.take(timetable.next)) {
          const controller = byName.get(name)
          if (controller) queue.add({ controller, key })
        }
        settle()
      }
    },
  }
}

const keyOf = ({ kind, metadata }: KubeObject): string =>
  objectKey(resourceOfKind(kind), metadata.namespace, metadata.name)

/** What a controller wants to know of the changes of a kind. */
interface Interest {
  readonly controller: Controller
  readonly isOwn: boolean
  readonly isOwned: boolean
  readonly related: Related | undefined
}

/** The controllers that changes of a kind may concern, in their order; worked out with its first change. */
const interestsOf = (controllers: readonly Controller[]): ((kind: string) => readonly Interest[]) => {
  const known = new Map<string, readonly Interest[]>()
  return kind => {
    const found = known.get(kind) ?? controllers.flatMap(controller => interestOf(controller, kind))
    known.set(kind, found)
    return found
  }
}

const interestOf = (controller: Controller, kind: string): readonly Interest[] => {
  const isOwn = controller.reconciles === kind
  const isOwned = controller.owns?.includes(kind) === true
  const related = controller.watches?.[kind]
  return isOwn || isOwned || related ? [{ controller, isOwn, isOwned, related }] : []
}

/** The objects that a controller has to look at after a change. */
const concerned = (
  { controller, isOwn, isOwned, related }: Interest,
  { type, object, old }: Change,
  cluster: Cluster,
): readonly KubeObject[] => {
  const isGone = type === 'DELETED'
  const own = isOwn && !isGone ? [object] : []
  const owned = isOwned ? ownerOf(object, controller.reconciles, cluster) : []
  const others = related?.(object, cluster, old, isGone) ?? []
  return [...own, ...owned, ...others]
}

const ownerOf = (object: KubeObject, kind: string, cluster: Cluster): readonly KubeObject[] => {
  const reference = controllerOf(object)
  if (reference?.kind !== kind) return []
  const owner = cluster.get(kind, object.metadata.namespace, reference.name)
  return owner?.metadata.uid === reference.uid ? [owner] : []
}
