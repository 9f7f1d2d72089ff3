import { isPodFinished } from '../../api/pod-status.ts'
import { attachablePod, parsePodTarget } from '../pods/attachable-pod.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { declarePodTimeout, type PodTimeoutFlags } from '../pods/flags.ts'
import { resourceNamed } from '../selection/resource-types.ts'
import type { NamedTarget } from '../selection/targets.ts'
import { defineVerb, Failure } from '../verb.ts'

interface AttachFlags extends PodTimeoutFlags {
  readonly container: string
  readonly quiet: boolean
}

export const attach = defineVerb({
  usage: '(POD | TYPE/NAME) -c CONTAINER',
  description:
    'Attaches to a process that runs in a container already. kubesim cannot do that yet: it finds pod and container, as ' +
    'kubectl does, and says so.',

  declare(command) {
    declarePodTimeout(command, 60_000)
    command.option('-c, --container <name>', 'The container; the first of the pod if unset.', '')
    command.option('-i, --stdin', 'Pass standard input on to the container.', false)
    command.option('-t, --tty', 'Standard input is a terminal.', false)
    command.option('-q, --quiet', 'Print nothing but what the container prints.', false)
    command.option('--detach-keys <keys>', 'The keys that detach from the container.', '')
  },

  complete(args, flags: AttachFlags) {
    if (args.length === 0) throw new Failure('at least 1 argument is required for attach')
    if (args.length > 2) {
      const saw = `saw ${args.length}: [${args.join(' ')}]`
      throw new Failure(`expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) ${saw}`)
    }
    if (flags.podRunningTimeout <= 0) throw new Failure('--pod-running-timeout must be higher than zero')
    return { target: targetOf(args), flags }
  },

  async run({ target, flags }, context) {
    const { pod } = await attachablePod({ target, timeout: flags.podRunningTimeout }, context)
    if (isPodFinished(pod)) {
      throw new Failure(`cannot attach a container in a completed pod; current phase is ${pod.status?.phase}`)
    }
    const { container, quiet } = flags
    const { name } = container ? containerNamed(pod, container) : defaultContainer(pod, context, quiet)
    throw new Failure(`kubesim cannot attach to containers yet: container ${name} of pod ${pod.metadata.name} runs on`)
  },
})

const targetOf = ([first = '', second]: readonly string[]): NamedTarget =>
  second === undefined ? parsePodTarget(first) : { resource: resourceNamed(first), name: second }
