import { dirname, join, resolve } from 'node:path'
import type { Pod } from '../../../api/generated/types.ts'
import { resourceOfKind } from '../../../api/lookup.ts'
import { formatApiVersion } from '../../../api/meta.ts'
import { list } from '../../flags.ts'
import { declarePrinting, outputOf, type PrintFlags, printerOf } from '../../output/printing.ts'
import { allContainers } from '../../pods/containers.ts'
import { declarePodTimeout } from '../../pods/flags.ts'
import { bareMessage } from '../../program/failure.ts'
import { declareAllNamespaces } from '../../selection/selection.ts'
import { type Context, defineVerb } from '../../verb.ts'

interface DumpFlags extends PrintFlags {
  readonly outputDirectory: string
  readonly namespaces: readonly string[]
  readonly allNamespaces: boolean
}

export const dump = defineVerb({
  usage: '[flags]',
  description:
    'Prints what is needed to look into a broken cluster: nodes, and of each namespace events, workloads, Services, pods ' +
    'and logs. Without flags the namespaces are kube-system and the current one.',
  examples: '# All namespaces, each in a folder\nkubectl cluster-info dump -A --output-directory=dump',

  declare(command) {
    declarePrinting(command, { fallback: 'json' })
    declareAllNamespaces(command)
    command.option('--namespaces <names>', 'These namespaces.', list, [])
    command.option('--output-directory <folder>', 'Write files there; standard output if unset or -.', '')
    declarePodTimeout(command, 20_000)
  },

  complete: (_, flags: DumpFlags, invocation) => ({
    ...flags,
    output: outputOf(flags, invocation),
    folder: flags.outputDirectory === '-' ? '' : flags.outputDirectory,
  }),

  async run(options, context) {
    const { folder, output } = options
    const write = writerTo(folder, context)
    const extension = output === 'json' || output === 'yaml' ? `.${output}` : '.txt'
    const print = await printerOf(options, context)
    const printList = async (kind: string, namespace: string | undefined, file: string): Promise<void> =>
      print?.(await listOf(kind, namespace, context), text => write(`${file}${extension}`, text))
    await printList('Node', undefined, 'nodes')
    for (const namespace of await namespacesOf(options, context)) {
      for (const [kind, file] of kinds) await printList(kind, namespace, join(namespace, file))
      await writeLogs(namespace, write, context)
    }
    if (folder) context.io.out.write(`Cluster info dumped to ${folder}\n`)
  },
})

// What kubectl dumps of a namespace, in its order and by its file names.
const kinds = [
  ['Event', 'events'],
  ['ReplicationController', 'replication-controllers'],
  ['Service', 'services'],
  ['DaemonSet', 'daemonsets'],
  ['Deployment', 'deployments'],
  ['ReplicaSet', 'replicasets'],
  ['Pod', 'pods'],
] as const

type Write = (file: string, text: string) => void

/** Writes to standard output, or to files of a folder: a file's first text replaces what was in it. */
const writerTo = (folder: string, { io, world: { files, cwd } }: Context): Write => {
  if (!folder) return (_, text) => io.out.write(text)
  const begun = new Set<string>()
  return (file, text) => {
    const path = resolve(cwd, folder, file)
    if (!begun.has(path)) files.mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    files.writeFileSync(path, text, { mode: 0o600, flag: begun.has(path) ? 'a' : 'w' })
    begun.add(path)
  }
}

const namespacesOf = async (
  { allNamespaces, namespaces }: Pick<DumpFlags, 'allNamespaces' | 'namespaces'>,
  { client, namespace }: Context,
): Promise<readonly string[]> => {
  if (!allNamespaces) return namespaces.length > 0 ? namespaces : ['kube-system', namespace]
  return (await client.list(resourceOfKind('Namespace'))).items.map(({ metadata }) => metadata.name ?? '')
}

const listOf = async (kind: string, namespace: string | undefined, { client }: Context): Promise<object> => {
  const resource = resourceOfKind(kind)
  const { items, resourceVersion } = await client.list(resource, { namespace })
  const apiVersion = formatApiVersion(resource.group, resource.version)
  return { kind: `${kind}List`, apiVersion, metadata: { resourceVersion }, items }
}

const writeLogs = async (namespace: string, write: Write, context: Context): Promise<void> => {
  const { client, world, cluster } = context
  const kubelet = await world.openKubelet(cluster)
  const { items } = await client.list(resourceOfKind('Pod'), { namespace })
  for (const pod of items as readonly Pod[]) {
    const { name = '' } = pod.metadata
    for (const { name: container } of allContainers(pod)) {
      const edge = `logs for container ${container} of pod ${namespace}/${name} ====\n`
      const lines = await kubelet.log({ namespace, pod: name, container }).then(
        log => log.map(({ text }) => `${text}\n`).join(''),
        (error: unknown) => `Request log error: ${bareMessage(error)}\n`,
      )
      write(join(namespace, name, 'logs.txt'), `==== START ${edge}${lines}==== END ${edge}`)
    }
  }
}
