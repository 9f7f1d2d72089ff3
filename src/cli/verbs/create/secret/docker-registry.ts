import { toGoJson } from '../../../../util/go-json.ts'
import { fileEntries } from '../../../data/files.ts'
import { secretOf } from '../../../data/secret.ts'
import { list } from '../../../flags.ts'
import { defineGenerator } from '../../../generators/generator.ts'

interface DockerFlags {
  readonly dockerUsername: string
  readonly dockerPassword: string
  readonly dockerEmail: string
  readonly dockerServer: string
  readonly fromFile: readonly string[]
  readonly appendHash: boolean
}

const key = '.dockerconfigjson'

export const dockerRegistry = defineGenerator({
  kind: 'Secret',
  usage:
    'NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]',
  description: 'Make a Secret with which a kubelet pulls images from a registry that asks who it is.',
  examples: `# For one registry
kubectl create secret docker-registry my-registry --docker-server=registry.example.com --docker-username=me --docker-password=secret`,
  failure: 'failed to create secret ',
  declare(command) {
    command
      .option('--docker-username <name>', 'The name for the registry.', '')
      .option('--docker-password <password>', 'The password for the registry.', '')
      .option('--docker-email <address>', 'The e-mail address for the registry.', '')
      .option('--docker-server <server>', 'The registry.', 'https://index.docker.io/v1/')
      .option('--from-file <files>', 'A file that is the configuration already.', list, [])
      .option('--append-hash', 'Put a digest of the content behind the name.', false)
  },
  check({ fromFile, dockerUsername, dockerPassword, dockerServer }: DockerFlags) {
    if (fromFile.length > 0 || (dockerUsername && dockerPassword && dockerServer)) return
    throw new Error(
      'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required',
    )
  },
  build({ name }, flags, { world }) {
    const sources = flags.fromFile.map(source => (source.includes('=') ? source : `${key}=${source}`))
    const entries =
      sources.length > 0
        ? sources.flatMap(source => fileEntries(source, world))
        : [{ key, value: Buffer.from(configuration(flags)) }]
    return secretOf({ name, type: 'kubernetes.io/dockerconfigjson', entries, appendHash: flags.appendHash })
  },
})

const configuration = ({ dockerUsername, dockerPassword, dockerEmail, dockerServer }: DockerFlags): string => {
  const auth = Buffer.from(`${dockerUsername}:${dockerPassword}`).toString('base64')
  const entry = {
    username: dockerUsername,
    password: dockerPassword,
    ...(dockerEmail ? { email: dockerEmail } : {}),
    auth,
  }
  return toGoJson({ auths: { [dockerServer]: entry } }, 0, { sorted: false })
}
