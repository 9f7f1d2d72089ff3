import { clientVersion, serverVersion } from '../../api/server-version.ts'
import { defineVerb, Failure } from '../verb.ts'

interface VersionFlags {
  readonly client: boolean
  readonly output: string
}

export const version = defineVerb({
  usage: '[flags]',
  description: 'Tells which kubectl this stands for, and which version the cluster of the current context has.',
  examples: `# Client and server
kubectl version

# The client alone, as YAML
kubectl version --client -o yaml`,

  declare(command) {
    command.option('--client', 'Only the version of the client; no cluster is needed.', false)
    command.option('-o, --output <format>', 'yaml or json.', '')
  },

  // kubectl looks at operands only where it asks the server.
  complete(args, { client, output }: VersionFlags) {
    if (!client && args.length > 0) throw new Failure(`extra arguments: [${args.join(' ')}]`)
    if (!['', 'yaml', 'json'].includes(output)) throw new Failure("--output must be 'yaml' or 'json'")
    return { client, output }
  },

  async run({ client, output }, context) {
    const asked = client ? undefined : await askVersion(context.client)
    const versions = {
      clientVersion,
      kustomizeVersion: 'v5.8.1',
      ...(asked && 'info' in asked ? { serverVersion: asked.info } : {}),
    }
    context.io.out.write(await textOf(versions, output))
    if (asked && 'error' in asked) throw asked.error
  },
})

/** The version of a server that answers, or why it does not: the client's is printed all the same. */
const askVersion = async (client: { now(): Promise<number> }) => {
  try {
    await client.now()
    return { info: serverVersion }
  } catch (error) {
    return { error }
  }
}

interface Versions {
  readonly clientVersion: typeof clientVersion
  readonly kustomizeVersion: string
  readonly serverVersion?: typeof clientVersion
}

const textOf = async (versions: Versions, output: string): Promise<string> => {
  if (output === 'json') return `${JSON.stringify(versions, undefined, 2)}\n`
  if (output === 'yaml') {
    const { toYaml } = await import('../../util/yaml/write.ts')
    return `${toYaml(versions)}\n`
  }
  const lines = [
    `Client Version: ${versions.clientVersion.gitVersion}`,
    `Kustomize Version: ${versions.kustomizeVersion}`,
    ...(versions.serverVersion ? [`Server Version: ${versions.serverVersion.gitVersion}`] : []),
  ]
  return lines.map(line => `${line}\n`).join('')
}
