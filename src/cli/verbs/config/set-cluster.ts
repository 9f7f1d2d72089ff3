import { resolve } from 'node:path'
import type { NamedCluster } from '../../../api/kubeconfig.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'
import { compact, withEntry } from './entries.ts'
import { readEmbedded } from './read-embedded.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

interface SetClusterFlags {
  readonly server: string
  readonly tlsServerName: string
  readonly insecureSkipTlsVerify: boolean
  readonly certificateAuthority: string
  readonly embedCerts: boolean
  readonly proxyUrl: string
}

export const setCluster = defineVerb({
  usage:
    'NAME [--server=server] [--certificate-authority=path/to/certificate/authority] [--insecure-skip-tls-verify=true] ' +
    '[--tls-server-name=example.com]',
  description:
    'Makes an entry for a cluster, or changes those fields of it that flags name. An entry is a note in a file: ' +
    'simulated clusters are made by `kubesim cluster create`.',
  examples: '# The address of a cluster\nkubectl config set-cluster e2e --server=https://1.2.3.4',

  declare(command) {
    command.option('--server <url>', 'The address of the API server.', '')
    command.option('--tls-server-name <name>', "The name that the server's certificate shall have.", '')
    command.option('--insecure-skip-tls-verify', "Do not check the server's certificate.", false)
    command.option('--certificate-authority <file>', 'The certificate of who signs those of the server.', '')
    command.option('--embed-certs', 'Write the certificate itself into the kubeconfig.', false)
    command.option('--proxy-url <url>', 'A proxy before the server.', '')
  },

  complete: (args, flags: SetClusterFlags, { given }) => ({ args, flags, given }),

  async run({ args, flags, given }, context) {
    checkCount(args, 1, context)
    const [name = ''] = args
    check(name, flags)
    const { config, write } = await startingConfig(context)
    const changes = changesOf(flags, given, context)
    await write({
      ...config,
      clusters: withEntry(config.clusters, name, old => ({ name, cluster: compact({ ...old?.cluster, ...changes }) })),
    })
    context.io.out.write(`Cluster "${name}" set.\n`)
  },
})

const check = (name: string, { insecureSkipTlsVerify, certificateAuthority, embedCerts }: SetClusterFlags): void => {
  if (!name) throw new Failure('you must specify a non-empty cluster name')
  if (insecureSkipTlsVerify && certificateAuthority) {
    throw new Failure('you cannot specify a certificate authority and insecure mode at the same time')
  }
  if (embedCerts && !certificateAuthority) throw new Failure('you must specify a --certificate-authority to embed')
}

const changesOf = (
  flags: SetClusterFlags,
  given: (flag: string) => boolean,
  context: Context,
): NamedCluster['cluster'] => ({
  ...(given('server') && { server: flags.server, 'tls-server-name': '' }),
  ...(given('tls-server-name') && { 'tls-server-name': flags.tlsServerName }),
  ...(given('insecure-skip-tls-verify') && insecure(flags.insecureSkipTlsVerify)),
  ...(given('certificate-authority') && authority(flags, context)),
  ...(given('proxy-url') && { 'proxy-url': flags.proxyUrl }),
})

const insecure = (isInsecure: boolean): object => ({
  'insecure-skip-tls-verify': isInsecure,
  ...(isInsecure && { 'certificate-authority': '', 'certificate-authority-data': '' }),
})

const authority = ({ certificateAuthority: path, embedCerts }: SetClusterFlags, context: Context): object => ({
  'insecure-skip-tls-verify': false,
  'certificate-authority': embedCerts ? '' : resolve(context.world.cwd, path),
  'certificate-authority-data': embedCerts ? readEmbedded('certificate-authority', path, context) : '',
})
