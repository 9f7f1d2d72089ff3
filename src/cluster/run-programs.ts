import type { Pod } from '../api/generated/types.ts'
import { noRuns } from '../api/own-run.ts'
import type { PodDisk } from '../api/pod-disk.ts'
import { runStart } from '../api/run-start.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import type { Server } from '../apiserver/server.ts'
import { knownImage } from '../images/known-image.ts'
import { type ContainerRun, processOf } from '../images/running.ts'
import { checksItsStart } from '../images/start-check.ts'
import type { ProgramRun, Ran } from '../pod/run-own-program.ts'
import { containerFiles } from './container-files.ts'
import { diskWith } from './disk-with.ts'
import { isOngoing } from './own-runs.ts'
import type { PendingProgram } from './pending-programs.ts'
import { type Answered, lookingKubelet } from './pod-answer.ts'
import { changeRecord, type PodRecord, type RunRecord, readRecord, type Visit } from './pod-records.ts'
import { removalsOf } from './removals.ts'
import type { Simulation } from './simulation.ts'
import { noteVisits } from './visits.ts'

// The run that goes on, and the one before it.
const mostRuns = 2

/** Runs the containers' own programs that are to be run, as of the time of the last of them, and keeps how they go. */
export const runPrograms = async (simulation: Simulation): Promise<void> => {
  const pending = simulation.programs.take()
  simulation.moveTo(Math.max(...pending.map(({ at }) => at)))
  for (const program of pending) await runProgram(simulation, program)
}

const runProgram = async (
  { server, chance }: Simulation,
  { namespace, pod: name, container: wanted }: PendingProgram,
) => {
  const { store, view, settings } = server
  const now = server.now()
  const place = { namespace, pod: name }
  const pod = view.get<Pod>('Pod', namespace, name)
  const container = [...(pod?.spec.containers ?? []), ...(pod?.spec.initContainers ?? [])].find(
    each => each.name === wanted,
  )
  const from = pod && runStart(pod, wanted)
  if (!pod || !container || from === undefined || !isOngoing(pod, wanted, from)) return
  const { disk, runs } = readRecord(store, place)
  const before = runs[wanted]?.find(run => run.from === from)
  const base = before ? { ...withoutRun(disk, wanted), volumes: before.volumes } : disk
  const visits: Visit[] = []
  const ran = checksItsStart(container)
    ? startOfServer(server, { pod, container, startedAt: from })
    : await runOrTell({
        ...{ pod, container, from, now, disk: base },
        cluster: { view, settings, chance },
        kubelet: time =>
          lookingKubelet(snapshotOf(server, chance), answered => visits.push(...visitOf(answered, time()))),
        failures: before?.failures ?? [],
        failedUntil: before ? now : from,
      })
  noteVisits(store, (runs[wanted] ?? []).filter(run => run.from !== from).slice(mostRuns - 1), from)
  changeRecord(store, place, record => kept({ record, ran: { ...ran, visits }, before, base, from, now, wanted }))
}

const visitOf = ({ port: { namespace, pod }, uid, container, line }: Answered, time: number): readonly Visit[] => {
  const text = line(time)
  return text === undefined ? [] : [{ namespace, pod, uid, container, time, text }]
}

const withoutRun = (disk: PodDisk, container: string): PodDisk => {
  const { [container]: _, ...others } = disk.containers
  return { ...disk, containers: others }
}

/** Whether a server starts with what it is configured by: it runs, or ends at once. */
const startOfServer = ({ store, view, settings }: Server, started: ContainerRun): Ran => {
  const filesOf = containerFiles({ store, view, clusterDomain: settings.clusterDomain })
  const running = processOf(started, { cluster: view, filesOf, ownRunOf: noRuns })
  const failed = knownImage(started.container.image ?? '')?.failsToStart?.(running)
  const rest = { failures: [], isAsked: false, disks: [] }
  if (!failed) return { lines: [], ...rest }
  const time = started.startedAt
  return {
    lines: failed.lines.map(text => ({ time, text })),
    end: { at: time, exitCode: failed.exitCode },
    ...rest,
  }
}

const snapshotOf = ({ store, view, settings, revision, now }: Server, chance: number): Snapshot => ({
  ...{ store, view, settings, chance, now: now(), revision: revision() },
  due: Number.POSITIVE_INFINITY,
  isFrozen: false,
})

/** A program that cannot be run through goes on, and its log says why. */
const runOrTell = async (run: ProgramRun): Promise<Ran> => {
  const { runOwnProgram } = await import('../pod/run-own-program.ts')
  try {
    return await runOwnProgram(run)
  } catch (error) {
    const text = `kubesim cannot run this program: ${error instanceof Error ? error.message : String(error)}`
    return { lines: [{ time: run.from, text }], failures: [], isAsked: false, disks: [] }
  }
}

interface Done {
  readonly record: PodRecord
  readonly ran: Ran & Pick<RunRecord, 'visits'>
  readonly before: RunRecord | undefined
  readonly base: PodDisk
  readonly from: number
  readonly now: number
  readonly wanted: string
}

/** What is kept of a pod once a program of it was run: what was written up to now, and all that is known of the run. */
const kept = ({ record, ran, before, base, from, now, wanted }: Done): Partial<PodRecord> => {
  const { disks, lines, visits = [], end, ...known } = ran
  const at = (time: number): PodDisk => disks.findLast(disk => disk.at <= time)?.disk ?? base
  const disk = diskWith(record.disk, { from: before ? at(before.knownUntil) : base, to: at(now) })
  const run: RunRecord = {
    ...known,
    from,
    knownUntil: now,
    volumes: base.volumes,
    // What it did before is done, and with what it finds now it does not end earlier than now.
    lines: before ? goneOn(before.lines, lines, now) : lines,
    visits: before ? goneOn(before.visits, visits, now) : visits,
    ...(end ? { end: { ...end, at: before ? Math.max(end.at, now) : end.at } } : {}),
  }
  const others = (record.runs[wanted] ?? []).filter(each => each.from !== from)
  return {
    disk,
    removals: removalsOf(disk, record.removals, now),
    runs: { ...record.runs, [wanted]: [run, ...others].slice(0, mostRuns) },
  }
}

interface Timed {
  readonly time: number
}

/** What was up to a time as it was known, and from then on as it is known now. */
const goneOn = <T extends Timed>(before: readonly T[] = [], after: readonly T[], now: number): readonly T[] => [
  ...before.filter(({ time }) => time < now),
  ...after.filter(({ time }) => time >= now),
]
