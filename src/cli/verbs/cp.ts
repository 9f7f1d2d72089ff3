import { resolve } from 'node:path'
import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { integer } from '../flags.ts'
import { containerNamed, defaultContainer } from '../pods/containers.ts'
import { defineVerb, Failure } from '../verb.ts'

interface CpFlags {
  readonly container: string
}

export const cp = defineVerb({
  usage: '<file-spec-src> <file-spec-dest>',
  description:
    'Copies files to a container or from one: POD:PATH, NAMESPACE/POD:PATH. Simulated containers have no files yet: ' +
    'kubesim finds pod and container, as kubectl does, and says so.',

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
    const upload = source.pod ? undefined : source.path
    return { namespace: remote.namespace || namespace, name: remote.pod, container, upload }
  },

  async run({ namespace, name, container, upload }, context) {
    const { files, cwd } = context.world
    if (upload !== undefined && !files.existsSync(resolve(cwd, upload))) {
      throw new Failure(`${upload} doesn't exist in local filesystem`)
    }
    const pod = (await context.client.get({ resource: resourceOfKind('Pod'), namespace, name })) as Pod
    const found = container ? containerNamed(pod, container) : defaultContainer(pod, context)
    throw new Failure(`kubesim cannot copy files yet: container ${found.name} of pod ${name} has none`)
  },
})

interface FileSpec {
  readonly namespace: string
  readonly pod: string
  readonly path: string
}

const parseFileSpec = (text: string): FileSpec => {
  const colon = text.indexOf(':')
  if (colon < 0) return { namespace: '', pod: '', path: text }
  const parts = text.slice(0, colon).split('/')
  const path = text.slice(colon + 1)
  const [first = '', second] = parts
  if (colon === 0 || parts.length > 2) {
    throw new Failure('filespec must match the canonical format: [[namespace/]pod:]file/path')
  }
  return second === undefined ? { namespace: '', pod: first, path } : { namespace: first, pod: second, path }
}
