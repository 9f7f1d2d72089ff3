import type { Behaviour, BehaviourOf } from '../api/behaviour.ts'
import { type FilesOf, noFiles } from '../api/container-files.ts'
import { noRuns, type OwnRun, type OwnRunOf } from '../api/own-run.ts'
import type { ClusterView } from '../api/view.ts'
import { annotated } from './annotated.ts'
import { certainRun } from './certain-run.ts'
import { commandOf, runOf } from './command.ts'
import { execute } from './execute.ts'
import { knownImage } from './known-image.ts'
import { listeningCommand } from './listening-command.ts'
import { madeFiles } from './made-files.ts'
import { type Process, processOf } from './running.ts'
import { checksItsStart } from './start-check.ts'
import { switched, switchesOf } from './switches.ts'
import { unknownBehaviour } from './unknown.ts'
import { waitingLine } from './waiting-line.ts'

/**
 * What the containers of a cluster do: as their pod's annotations or their command say, as their image is known for, or
 * as a program of an unknown image.
 */
export const behavioursIn =
  (cluster: ClusterView, filesOf: FilesOf = noFiles, ownRunOf: OwnRunOf = noRuns): BehaviourOf =>
  (pod, container, startedAt) => {
    const running = processOf({ pod, container, startedAt }, { cluster, filesOf, ownRunOf })
    return withPrograms(running, withSwitches(running, annotated(running, ownBehaviour(running))))
  }

const withPrograms = (running: Process, behaviour: Behaviour): Behaviour => {
  const made = (): readonly number[] => madeFiles(commandOf(running) ?? []).map(({ at }) => running.startedAt + at)
  return {
    ...behaviour,
    // Only probes want to know, and not every container has some.
    get changesAt() {
      return [...(behaviour.changesAt ?? []), ...made(), ...running.files.writtenAt]
    },
    exec: (argv, now) => execute(argv, { running, behaviour, now }),
  }
}

const ownBehaviour = (running: Process): Behaviour => {
  const command = commandOf(running)
  // It waits for whoever attaches to it, and ends when that one leaves.
  if (command && running.container.stdinOnce) return { listens: [], ...listeningCommand(command) }
  if (!command) return imageBehaviour(running)
  const listening = listeningCommand(command)
  const known = waitingLine(command, running) ?? certainRun(command)
  const own = known || listening ? undefined : running.ownRun
  if (own) return ranBehaviour(running, own)
  const run = known ?? runOf(command)
  if (run) return { listens: [], ...listening, ...run }
  return listening ?? imageBehaviour(running)
}

/** A program that was run to know how it goes: it serves nobody. */
const ranBehaviour = (running: Process, own: OwnRun): Behaviour => ({ listens: [], ...courseOf(running, own) })

const courseOf = ({ startedAt }: Process, { runAt, end, startError }: OwnRun) => ({
  runAt,
  startError,
  ...(end ? { runsFor: end.at - startedAt, exitCode: end.exitCode } : {}),
})

const imageBehaviour = (running: Process): Behaviour => {
  const behaviour = knownImage(running.container.image ?? '')?.behaviour(running) ?? unknownBehaviour(running)
  const own = checksItsStart(running.container) ? running.ownRun : undefined
  return own ? { ...behaviour, ...courseOf(running, own) } : behaviour
}

const withSwitches = (running: Process, behaviour: Behaviour): Behaviour => {
  const switches = switchesOf(running)
  const { respond } = behaviour
  if (switches.length === 0 || !respond) return behaviour
  return {
    ...behaviour,
    changesAt: [...(behaviour.changesAt ?? []), ...switches.map(({ from }) => from)],
    respond: (request, now) => switched(switches, request, now) ?? respond(request, now),
  }
}
