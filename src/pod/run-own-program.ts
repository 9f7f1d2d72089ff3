import type { LogLine } from '../api/behaviour.ts'
import type { Container, Pod } from '../api/generated/types.ts'
import type { Kubelet } from '../api/kubelet.ts'
import type { OwnRun } from '../api/own-run.ts'
import type { PodDisk } from '../api/pod-disk.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import { lineSplitter } from '../util/line-splitter.ts'
import { seededRandom } from '../util/random.ts'
import { type AnswersBefore, answersBefore, type Failure } from './answers-before.ts'
import { openContainer } from './container.ts'
import { foregroundWords } from './foreground.ts'
import type { Host } from './host.ts'
import { runInContainer } from './run.ts'
import type { Interrupt } from './shell/interrupt.ts'
import { StartError } from './start.ts'

export interface ProgramRun {
  readonly pod: Pod
  readonly container: Container
  /** When the run began, and until when the cluster is as it is given: milliseconds. */
  readonly from: number
  readonly now: number
  readonly cluster: { readonly view: ClusterView; readonly settings: ClusterSettings; readonly chance: number }
  /** Brings requests to pods, and changes nothing there. It is told the time of the run: milliseconds. */
  kubelet?(now: () => number): Kubelet
  /** What stood in the pod when the run began. */
  readonly disk: PodDisk
  /** What failed in it before `failedUntil`. */
  readonly failures: readonly Failure[]
  readonly failedUntil: number
}

/** How a run goes if the cluster stays as it is. */
export interface Ran extends OwnRun {
  readonly lines: readonly LogLine[]
  readonly failures: readonly Failure[]
  /** Whether it depends on the cluster. */
  readonly isAsked: boolean
  /** The disk of its pod after each time that it has written: milliseconds. */
  readonly disks: readonly { readonly at: number; readonly disk: PodDisk }[]
}

const day = 24 * 3600_000
// A loop that has done so much is taken for one without end.
const mostStatements = 3000
// Who was refused so often in a row waits until something changes.
const patience = 100
const mostLines = 1000

/**
 * Runs a container's own program in a time of its own, ahead of the cluster's: what it does to others leaves no mark, and
 * what it prints and writes bears the time of that.
 */
export const runOwnProgram = async (run: ProgramRun): Promise<Ran> => {
  const { pod, container, from } = run
  let time = from
  const answers = answersBefore(run.failures, run.failedUntil, () => time)
  const limit = limitOf(answers, () => time > run.now + day)
  const disks: { at: number; disk: PodDisk }[] = []
  const lines: LogLine[] = []
  const host = hostOf(run, {
    now: () => time,
    pass(milliseconds) {
      const vain = (answers.vainUntil ?? time) - time
      time += milliseconds > 0 ? milliseconds * Math.max(1, Math.floor(vain / milliseconds)) : 0
    },
    kept: disk => disks.push({ at: time, disk }),
  })
  const print = lineSplitter(text => lines.length < mostLines && lines.push({ time, text }))
  const ended = await exitCodeOf({ host, pod, container, answers, interrupt: limit }, print.write)
  print.end()
  const end = limit.hasCut() ? {} : endOf(ended, time)
  const next = disks.find(({ at }) => at > run.now)?.at ?? (limit.hasCut() && time > run.now + day ? time : undefined)
  const { failures, isAsked } = answers
  return { ...end, runAt: next, lines, failures, isAsked, disks }
}

interface Started {
  readonly host: Host
  readonly pod: Pod
  readonly container: Container
  readonly answers: AnswersBefore
  readonly interrupt: Interrupt
}

/** The exit code of the program, or why it does not start. */
const exitCodeOf = async (
  { host, pod, container, answers, interrupt }: Started,
  out: (text: string) => void,
): Promise<number | StartError> => {
  const opened = await openContainer({ host, pod, container, interrupt })
  const machine = { ...opened.machine, answers }
  const words = foregroundWords(container, machine.system, machine.environment) ?? ['true']
  const streams = { stdin: async () => '', out, err: out, hasTerminal: false, rest: () => undefined }
  try {
    return await runInContainer(words, { ...opened, machine }, { ...streams, interrupt, isStoppable: true })
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
}

const startFailure =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: ' +
  'unable to start container process: error during container init: '

const endOf = (ended: number | StartError, time: number): OwnRun => {
  if (typeof ended === 'number') return { end: { at: time, exitCode: ended } }
  return { end: { at: time, exitCode: 128 }, startError: `${startFailure}${ended.message}: unknown` }
}

/** An interrupt that comes where nobody wants to know more. */
const limitOf = (answers: AnswersBefore, isOver: () => boolean): Interrupt & { hasCut(): boolean } => {
  let looks = 0
  let isRaised = false
  return {
    get isRaised() {
      looks += 1
      isRaised ||= isOver() || looks > mostStatements || answers.inARow > patience
      return isRaised
    },
    raise: () => undefined,
    clear: () => undefined,
    hasCut: () => isRaised,
  }
}

interface OwnTime {
  now(): number
  pass(milliseconds: number): void
  kept(disk: PodDisk): void
}

const hostOf = (
  { cluster: { view, settings, chance }, disk, kubelet }: ProgramRun,
  { now, pass, kept }: OwnTime,
): Host => {
  let current = disk
  return {
    kubelet: kubelet?.(now),
    disks: {
      disk: async () => current,
      async keepDisk(_, changed) {
        current = changed
        kept(changed)
      },
    },
    look: async () => ({ cluster: view, settings, now: now(), random: seededRandom(chance ^ now()) }),
    sleep: async milliseconds => pass(milliseconds),
    keepPins: async () => undefined,
  }
}
