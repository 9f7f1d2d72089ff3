import type { ClusterSettings } from '../api/resource.ts'
import type { Backend, Snapshot } from '../apiserver/backend.ts'
import { type Server, viewOf } from '../apiserver/server.ts'
import type { Header } from '../store/header.ts'
import { type LockWorld, takeLock } from '../store/lock.ts'
import type { Clock } from '../util/clock.ts'
import { emptyState, type Loaded, loadState } from './loaded.ts'
import { advanced, type ClockSetting, isAlive, timeOf } from './simulated-clock.ts'
import type { Simulation } from './simulation.ts'
import { startSettings } from './start-settings.ts'

/**
 * One process's hold on a cluster. Reads take no lock. The first write locks the cluster, and what is written is on
 * disk after `flush`, whole or not at all.
 */
export interface Session extends Backend {
  setClock(change: (clock: ClockSetting, wall: Clock) => ClockSetting): Promise<void>
  /** The time of now if a read would find what this one has found; undefined if something has changed or is due. */
  unchangedSince(snapshot: Snapshot): number | undefined
  flush(): void
}

export interface SessionWorld extends LockWorld {
  readonly clock: Clock
  /** The state file of the cluster; its folder exists. */
  readonly path: string
  settingsOf(header: Header): ClusterSettings
  /** A new cluster, for where there is no state file yet: its header, and what fills it. */
  birth(): Promise<{ readonly header: Header; fill(server: Server): void }>
}

// How long the programs of containers wait for what the same command does next, in milliseconds.
const patience = 1000
// How often a waiting command looks whether another one has changed the cluster, in milliseconds.
const lookEvery = 100

export const createSession = (world: SessionWorld): Session => {
  const { clock, files, path } = world
  let loaded: Loaded | undefined
  let simulation: Simulation | undefined
  let release: (() => void) | undefined
  let writtenAt: number | undefined

  /** Reads the state again where another process has replaced it. Not for while the lock is held. */
  const refresh = (): void => {
    if (loaded?.isCurrent()) return
    loaded?.close()
    simulation = undefined
    loaded = loadState(files, path)
  }

  const lock = async (): Promise<Simulation> => {
    if (!release) {
      release = await takeLock(`${path}.lock`, world)
      refresh()
      loaded?.check()
    }
    simulation ??= loaded ? await simulate(loaded) : await beginAnew()
    return simulation
  }

  const simulate = async (state: Loaded): Promise<Simulation> => {
    const { createSimulation } = await import('./simulation.ts')
    return createSimulation({
      store: state.store,
      header: state.header,
      settings: world.settingsOf(state.header),
      hasPrograms: true,
    })
  }

  const beginAnew = async (): Promise<Simulation> => {
    const { header, fill } = await world.birth()
    loaded = emptyState(files, path, header)
    const begun = await simulate(loaded)
    begun.playUntil(timeOf(header.clock, clock))
    fill(begun.server)
    return begun
  }

  const settingOf = (): ClockSetting => loaded?.header.clock ?? { offset: 0 }
  const nextDue = (): number =>
    (simulation ? simulation.nextDue : loaded?.header.due[0]?.[0]) ?? Number.POSITIVE_INFINITY

  const revisionOf = (): number => simulation?.server.revision() ?? loaded?.header.revision ?? 0

  /**
   * Whether programs of containers are to be run now. A command's own are not until it is done, so that what it creates
   * next is there for them.
   */
  const hasPrograms = (): boolean => {
    const pending = simulation ? simulation.programs.all : (loaded?.header.programs?.pending ?? [])
    const isOwn = writtenAt !== undefined && timeOf(settingOf(), clock) < writtenAt + patience
    return pending.length > 0 && (!isOwn || simulation?.isHeld === true)
  }

  /** Plays up to now, and runs the programs of containers that are to be run on the way. */
  const play = async (current: Simulation): Promise<void> => {
    for (;;) {
      if (hasPrograms()) await (await import('./run-programs.ts')).runPrograms(current)
      current.playUntil(timeOf(settingOf(), clock))
      if (!hasPrograms()) return
    }
  }

  /** Plays what was due since the cluster was last looked at. */
  const catchUp = async (): Promise<Loaded> => {
    if (!release) refresh()
    if (!loaded || nextDue() <= timeOf(settingOf(), clock) || hasPrograms()) await play(await lock())
    if (!loaded) throw new Error('a cluster that was begun has a state')
    return loaded
  }

  const session: Session = {
    async read(read) {
      const { store, header } = await catchUp()
      const chance = simulation ? simulation.chance : header.random
      const { formerCorefiles } = simulation ?? header
      const now = timeOf(header.clock, clock)
      const isFrozen = 'frozenAt' in header.clock
      return read({
        store,
        view: { ...viewOf(store), formerCorefiles, startedWith: startSettings(store) },
        settings: world.settingsOf(header),
        revision: revisionOf(),
        now,
        due: nextDue(),
        isFrozen,
        chance,
      })
    },
    unchangedSince({ store, revision, due }) {
      if (!loaded?.isCurrent() || store !== loaded.store || revision !== revisionOf()) return undefined
      const now = timeOf(settingOf(), clock)
      return now < due ? now : undefined
    },
    async write(change) {
      const current = await lock()
      const { server, playUntil, programs } = current
      await play(current)
      try {
        return change(server)
      } finally {
        playUntil(server.now())
        if (programs.all.length > 0) writtenAt ??= server.now()
      }
    },
    async setClock(change) {
      const { progress } = await lock()
      if (!loaded) return
      const before = settingOf()
      const setting = change(before, clock)
      loaded.save({ ...loaded.header, ...progress, clock: setting })
      // A simulation is alive or not from its beginning.
      if (isAlive(setting) !== isAlive(before)) simulation = undefined
      const current = await lock()
      await play(current)
      if (isAlive(setting) && !isAlive(before)) current.resync()
    },
    async pass(milliseconds) {
      writtenAt = undefined
      await catchUp()
      session.flush()
      const step = Math.min(milliseconds, Math.max(0, nextDue() - timeOf(settingOf(), clock)))
      if ('frozenAt' in settingOf() && Number.isFinite(step)) await session.setClock(setting => advanced(setting, step))
      else await world.sleep(Math.min(step, lookEvery))
      session.flush()
    },
    flush() {
      if (!release) return
      try {
        if (loaded && simulation) loaded.save({ ...loaded.header, ...simulation.progress })
      } finally {
        release()
        release = undefined
      }
    },
  }
  return session
}
