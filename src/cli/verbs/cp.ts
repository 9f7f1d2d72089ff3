import { resolve } from 'node:path'
import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { parseFileSpec } from '../cp/file-spec.ts'
import { integer } from '../flags.ts'
import { containerHost } from '../pods/container-host.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { checkRunning } from '../pods/running-container.ts'
import { startFailure } from '../pods/start-failure.ts'
import { defineVerb, Failure } from '../verb.ts'

interface CpFlags {
  readonly container: string
}

export const cp = defineVerb({
  usage: '<file-spec-src> <file-spec-dest>',
  description:
    'Copies files and folders to a container or from one: POD:PATH, NAMESPACE/POD:PATH. The image of the container has to ' +
    'have tar, as in a real cluster.',
  examples: `# A page for a web server
kubectl cp index.html web:/usr/share/nginx/html/

# What the pod knows of its name servers
kubectl cp web:/etc/resolv.conf ./resolv.conf`,

  declare(command) {
    command.option('-c, --container <name>', 'The container; the first of the pod if unset.', '')
    command.option('--no-preserve', 'Do not keep owner and permissions.', false)
    command.option('--retries <count>', 'How often to try again.', integer, 0)
  },

  complete(args, { container }: CpFlags, { namespace }) {
    const [from, to] = args
    if (from === undefined || to === undefined || args.length > 2) {
      throw new Failure('source and destination are required')
    }
    const [source, destination] = [parseFileSpec(from), parseFileSpec(to)]
    if (source.pod && destination.pod) throw new Failure('one of src or dest must be a local file specification')
    if (!source.path || !destination.path) throw new Failure('filepath can not be empty')
    const remote = source.pod ? source : destination
    if (!remote.pod) throw new Failure('one of src or dest must be a remote file specification')
    const paths = { from: source.path, to: destination.path, pod: remote.pod }
    return { namespace: remote.namespace || namespace, paths, container, isUpload: !source.pod }
  },

  async run({ namespace, paths, container: wanted, isUpload }, context) {
    const { files, cwd } = context.world
    if (isUpload && !files.existsSync(resolve(cwd, paths.from))) {
      throw new Failure(`${paths.from} doesn't exist in local filesystem`)
    }
    const pod = (await context.client.get({ resource: resourceOfKind('Pod'), namespace, name: paths.pod })) as Pod
    const container = wanted ? containerNamed(pod, wanted) : defaultContainer(pod, context)
    await checkRunning(pod, container.name, context)
    const [{ openContainer }, { programPath, StartError }, { createInterrupt }] = await Promise.all([
      import('../../pod/container.ts'),
      import('../../pod/start.ts'),
      import('../../pod/shell/interrupt.ts'),
    ])
    const host = await containerHost(context)
    const opened = await openContainer({ host, pod, container, interrupt: createInterrupt() })
    try {
      programPath('tar', opened)
    } catch (error) {
      if (error instanceof StartError) throw startFailure(error.message, await host.look())
      throw error
    }
    if (isUpload) await (await import('../cp/to-pod.ts')).copyToPod(paths, opened, context)
    else await (await import('../cp/from-pod.ts')).copyFromPod(paths, opened, context)
    await opened.save()
  },
})
