import type { Container, Pod } from '../../api/generated/types.ts'
import { type Context, Failure } from '../verb.ts'
import { endContainer } from './end-container.ts'
import { followLog } from './follow-log.ts'
import { lineNotes } from './line-notes.ts'
import { runInPod } from './run-in-pod.ts'
import { type StreamFlags, streamUse } from './terminal-use.ts'

export interface Attaching {
  readonly pod: Pod
  readonly container: Container
  readonly flags: StreamFlags
}

/**
 * Connects this command with the process of a container. One that waits for input begins with it and ends with its end;
 * of any other one sees what it prints from now on.
 */
export const attachTo = async (attaching: Attaching, context: Context): Promise<void> => {
  const { flags } = attaching
  const tty = ttyOf(attaching, context)
  const use = streamUse({ ...flags, tty }, context)
  if (!flags.quiet) {
    context.io.err.write(
      'All commands and output from this session will be recorded in container logs, including credentials and ' +
        "sensitive information passed through the command prompt.\nIf you don't see a command prompt, try pressing enter.\n",
    )
  }
  const hasRun = attaching.container.stdin === true && use.stdin && (await runForeground(attaching, use, context))
  if (!hasRun) await followLog(attaching, context)
  if (!flags.quiet && use.tty) context.io.out.write(`${resumption(attaching)}\n`)
}

/** A container that was given a terminal has one whatever was asked for; one that was not has none. */
const ttyOf = ({ container, flags }: Attaching, { io }: Context): boolean => {
  if (flags.tty && !container.tty && !flags.quiet) {
    io.err.write(`error: Unable to use a TTY - container ${container.name} did not allocate one\n`)
  }
  return container.tty === true
}

const resumption = ({ pod: { metadata }, container }: Attaching): string => {
  const command = `kubectl attach ${metadata.name} -c ${container.name} -n ${metadata.namespace} -i -t`
  return `Session ended, resume using '${command}' command`
}

/** Runs the container's own program; false where it is a server, which runs already. */
const runForeground = async (
  { pod, container }: Attaching,
  use: Parameters<typeof runInPod>[0]['use'],
  context: Context,
): Promise<boolean> => {
  const { foregroundWords } = await import('../../pod/foreground.ts')
  const { StartError } = await import('../../pod/start.ts')
  const notes = await lineNotes(pod, container, context)
  const words: Parameters<typeof runInPod>[0]['words'] = ({ machine }) =>
    foregroundWords(container, machine.system, machine.environment)
  try {
    const code = await runInPod({ pod, container, use, words, note: notes.add }, context)
    if (code === undefined) return false
    await notes.keep()
    await endContainer(pod, container, code, context.client)
    return true
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    await endContainer(pod, container, notStarted, context.client)
    throw new Failure(startText(pod, error.message), { plain: true, code: notStarted })
  }
}

// What a runtime gives for a process that could not be started.
const notStarted = 128

const startText = ({ metadata }: Pod, why: string): string => {
  const task =
    'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed'
  const reason = `${task}: unable to start container process: error during container init: ${why}: unknown`
  return `pod ${metadata.namespace}/${metadata.name} terminated (StartError)\n${reason}`
}
