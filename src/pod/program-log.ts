import type { LogLine } from '../api/behaviour.ts'
import type { Container, Pod } from '../api/generated/types.ts'
import type { PodDisk } from '../api/pod-disk.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import { lineSplitter } from '../util/line-splitter.ts'
import { seededRandom } from '../util/random.ts'
import { openContainer } from './container.ts'
import { foregroundWords } from './foreground.ts'
import type { Host } from './host.ts'
import { runInContainer } from './run.ts'
import type { Interrupt } from './shell/interrupt.ts'
import { StartError } from './start.ts'

export interface ProgramRun {
  readonly pod: Pod
  readonly container: Container
  /** When the run began, and until when its output is wanted: milliseconds. */
  readonly from: number
  readonly until: number
  readonly snapshot: { readonly view: ClusterView; readonly settings: ClusterSettings; readonly chance: number }
  disk(): Promise<PodDisk>
}

// A program that prints without end is not followed for ever.
const mostStatements = 20_000
// What a kubelet would have thrown away by now.
const longest = 4 * 3600_000

/**
 * What a container's own program has printed: it is run again, in a time of its own, in the cluster as it is now. What it
 * does there leaves no mark.
 */
export const programLog = async (run: ProgramRun): Promise<readonly LogLine[]> => {
  const { pod, container, until } = run
  let now = Math.max(run.from, until - longest)
  const interrupt = endOf(() => now > until)
  const pass = (milliseconds: number): void => {
    now += milliseconds
  }
  const host = hostOf(run, { now: () => now, pass })
  const opened = await openContainer({ host, pod, container, interrupt })
  const { machine } = opened
  const words = foregroundWords(container, machine.system, machine.environment)
  if (!words) return []
  const lines: LogLine[] = []
  const print = lineSplitter(text => now <= until && lines.push({ time: now, text }))
  const streams = {
    stdin: async () => '',
    out: print.write,
    err: print.write,
    hasTerminal: false,
    rest: () => undefined,
  }
  try {
    await runInContainer(words, opened, { ...streams, interrupt, isStoppable: true })
  } catch (error) {
    // A program of the image that is none here: nothing is known of what it prints.
    if (!(error instanceof StartError)) throw error
  }
  print.end()
  return lines
}

/** An interrupt that comes at the end, or after so many looks. */
const endOf = (isOver: () => boolean): Interrupt => {
  let looks = 0
  return {
    get isRaised() {
      looks += 1
      return isOver() || looks > mostStatements
    },
    raise: () => undefined,
    clear: () => undefined,
  }
}

interface OwnTime {
  now(): number
  pass(milliseconds: number): void
}

const hostOf = ({ snapshot: { view, settings, chance }, disk }: ProgramRun, time: OwnTime): Host => ({
  disks: { disk, keepDisk: async () => undefined },
  look: async () => ({ cluster: view, settings, now: time.now(), random: seededRandom(chance ^ time.now()) }),
  sleep: async milliseconds => time.pass(milliseconds),
  keepPins: async () => undefined,
})
