import { isPodFinished } from '../../api/pod-status.ts'
import { attachablePod, parsePodTarget } from '../pods/attachable-pod.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { declarePodTimeout, type PodTimeoutFlags, podTimeoutOf } from '../pods/flags.ts'
import { defineVerb, Failure, UsageError } from '../verb.ts'

interface ExecFlags extends PodTimeoutFlags {
  readonly container: string
  readonly stdin: boolean
  readonly tty: boolean
  readonly quiet: boolean
}

export const exec = defineVerb({
  usage: '(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
  description:
    'Runs a command in a container of a pod. kubesim cannot do that yet: it finds pod and container, as kubectl does, ' +
    'and says so.',

  declare(command) {
    declarePodTimeout(command, 60_000)
    command.option('-c, --container <name>', 'The container; the first of the pod if unset.', '')
    command.option('-i, --stdin', 'Pass standard input on to the command.', false)
    command.option('-t, --tty', 'Standard input is a terminal.', false)
    command.option('-q, --quiet', 'Print nothing but what the command prints.', false)
  },

  complete(args, flags: ExecFlags, { dash }) {
    const [word] = dash === 0 ? [] : args
    const words = dash === 0 || dash === 1 ? args.slice(dash) : []
    if ((dash === undefined || dash > 1) && args.length > 1) {
      throw new UsageError('exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead', {
        hint: true,
      })
    }
    const timeout = podTimeoutOf(flags)
    if (word === undefined) throw new Failure('pod, type/name or --filename must be specified')
    if (words.length === 0) throw new Failure('you must specify at least one command for the container')
    return { target: parsePodTarget(word), words, flags, timeout }
  },

  async run({ target, words, flags, timeout }, context) {
    const { pod } = await attachablePod({ target, timeout }, context)
    if (isPodFinished(pod)) {
      throw new Failure(`cannot exec into a container in a completed pod; current phase is ${pod.status?.phase}`)
    }
    const { container, quiet } = flags
    const { name } = container ? containerNamed(pod, container) : defaultContainer(pod, context, quiet)
    throw new Failure(
      `kubesim cannot run commands in containers yet: ${words.join(' ')} was not run in container ${name}`,
    )
  },
})
