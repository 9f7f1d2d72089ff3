import { isPodFinished } from '../../api/pod-status.ts'
import { attachTo } from '../pods/attach-to.ts'
import { attachablePod, parsePodTarget } from '../pods/attachable-pod.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { declarePodTimeout, type PodTimeoutFlags, podTimeoutOf } from '../pods/flags.ts'
import { checkRunning } from '../pods/running-container.ts'
import type { StreamFlags } from '../pods/terminal-use.ts'
import { resourceNamed } from '../selection/resource-types.ts'
import type { NamedTarget } from '../selection/targets.ts'
import { defineVerb, Failure } from '../verb.ts'

interface AttachFlags extends PodTimeoutFlags, StreamFlags {
  readonly container: string
}

export const attach = defineVerb({
  usage: '(POD | TYPE/NAME) -c CONTAINER',
  description:
    'Attaches to the process of a container. One that waits for input (a shell with -i) begins with it; of any other one ' +
    'sees what it prints.',
  examples: `# What a pod prints from now on
kubectl attach web

# A shell that waits in the second container
kubectl attach box -c shell -i -t

# The first pod of a Deployment
kubectl attach deployment/web`,

  declare(command) {
    declarePodTimeout(command, 60_000)
    command.option('-c, --container <name>', 'The container; the first of the pod if unset.', '')
    command.option('-i, --stdin', 'Pass standard input on to the container.', false)
    command.option('-t, --tty', 'Standard input is a terminal.', false)
    command.option('-q, --quiet', 'Print nothing but what the container prints.', false)
    command.option('--detach-keys <keys>', 'The keys that detach from the container.', 'ctrl-p,ctrl-q')
  },

  complete(args, flags: AttachFlags) {
    const timeout = podTimeoutOf(flags)
    if (args.length === 0) throw new Failure('at least 1 argument is required for attach')
    if (args.length > 2) {
      const saw = `saw ${args.length}: [${args.join(' ')}]`
      throw new Failure(`expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) ${saw}`)
    }
    return { target: targetOf(args), flags, timeout }
  },

  async run({ target, flags, timeout }, context) {
    const { pod } = await attachablePod({ target, timeout }, context)
    if (isPodFinished(pod)) {
      throw new Failure(`cannot attach a container in a completed pod; current phase is ${pod.status?.phase}`)
    }
    const { container: wanted, quiet } = flags
    const container = wanted ? containerNamed(pod, wanted) : defaultContainer(pod, context, quiet)
    await checkRunning(pod, container.name, context)
    await attachTo({ pod, container, flags }, context)
  },
})

const targetOf = ([first = '', second]: readonly string[]): NamedTarget =>
  second === undefined ? parsePodTarget(first) : { resource: resourceNamed(first), name: second }
