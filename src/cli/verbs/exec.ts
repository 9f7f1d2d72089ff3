import { isPodFinished } from '../../api/pod-status.ts'
import { executablePod, whereOf } from '../exec/executable-pod.ts'
import { list } from '../flags.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { declarePodTimeout, type PodTimeoutFlags, podTimeoutOf } from '../pods/flags.ts'
import { type PodRun, runInPod } from '../pods/run-in-pod.ts'
import { checkRunning } from '../pods/running-container.ts'
import { startFailure } from '../pods/start-failure.ts'
import { type StreamFlags, streamUse } from '../pods/terminal-use.ts'
import { type Context, defineVerb, Failure, UsageError } from '../verb.ts'

interface ExecFlags extends PodTimeoutFlags, StreamFlags {
  readonly container: string
  readonly filename: readonly string[]
}

export const exec = defineVerb({
  usage: '(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
  description:
    'Runs a command in a container of a pod: a shell with the files and the environment of the container, and the ' +
    'programs that its image has. What is written there stays for as long as the container runs.',
  examples: `# The pod's own view of the DNS
kubectl exec web -- cat /etc/resolv.conf

# A shell in the first pod of a Deployment
kubectl exec -it deploy/web -- sh

# Several commands, in a container that is named
kubectl exec web -c nginx -- sh -c 'hostname; cat /etc/hosts'`,

  declare(command) {
    declarePodTimeout(command, 60_000)
    command.option('-f, --filename <files>', 'Files, folders or - for standard input that hold the pod.', list, [])
    command.option('-c, --container <name>', 'The container; the first of the pod if unset.', '')
    command.option('-i, --stdin', 'Pass standard input on to the command.', false)
    command.option('-t, --tty', 'Standard input is a terminal.', false)
    command.option('-q, --quiet', 'Print nothing but what the command prints.', false)
  },

  complete(args, flags: ExecFlags, { dash }) {
    const [word] = dash === 0 ? [] : args
    const words = dash === undefined ? [] : args.slice(dash)
    const isOldForm = args.length > 1 || (args.length > 0 && flags.filename.length > 0)
    if (dash === undefined && isOldForm) {
      throw new UsageError('exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead', {
        hint: true,
      })
    }
    const timeout = podTimeoutOf(flags)
    const where = whereOf(word, flags.filename)
    if (words.length === 0) throw new Failure('you must specify at least one command for the container')
    return { where, words, flags, timeout }
  },

  async run({ where, words, flags, timeout }, context) {
    const { pod } = await executablePod(where, timeout, context)
    if (isPodFinished(pod)) {
      throw new Failure(`cannot exec into a container in a completed pod; current phase is ${pod.status?.phase}`)
    }
    const { container: wanted, quiet } = flags
    const container = wanted ? containerNamed(pod, wanted) : defaultContainer(pod, context, quiet)
    const use = streamUse(flags, context)
    await checkRunning(pod, container.name, context)
    const code = await runOrRefuse({ pod, container, use, words: () => words }, context)
    if (code) throw new Failure(`command terminated with exit code ${code}`, { plain: true, code })
  },
})

const runOrRefuse = async (run: PodRun, context: Context): Promise<number | undefined> => {
  const { StartError } = await import('../../pod/start.ts')
  try {
    return await runInPod(run, context)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    throw startFailure(error.message, await context.world.openView(context.cluster))
  }
}
