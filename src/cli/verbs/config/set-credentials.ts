import type { NamedUser } from '../../../api/kubeconfig.ts'
import { list, repeated } from '../../flags.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'
import { certificates } from './credentials/certificates.ts'
import { execOf, isMode } from './credentials/exec.ts'
import type { CredentialFlags } from './credentials/flags.ts'
import { providerOf } from './credentials/provider.ts'
import { compact, withEntry } from './entries.ts'
import { startingConfig } from './starting-config.ts'

export const setCredentials = defineVerb({
  usage:
    'NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] ' +
    '[--username=basic_user] [--password=basic_password] [--auth-provider=provider_name] ' +
    '[--auth-provider-arg=key=value] [--exec-command=exec_command] [--exec-api-version=exec_api_version] ' +
    '[--exec-arg=arg] [--exec-env=key=value]',
  description: `Makes an entry for a user, or changes those fields of it that flags name. A token takes the place of name and password, and they take its.

A simulated cluster asks nobody for credentials; entries are kept for the sake of scripts.`,
  examples:
    '# A user with a name and a password\nkubectl config set-credentials admin --username=admin --password=secret',

  declare(command) {
    command.option('--client-certificate <file>', 'The certificate of the user.', '')
    command.option('--client-key <file>', 'The key of the certificate.', '')
    command.option('--embed-certs', 'Write certificate and key themselves into the kubeconfig.', false)
    command.option('--token <token>', 'A bearer token.', '')
    command.option('--username <name>', 'The name for basic authentication.', '')
    command.option('--password <password>', 'The password for basic authentication.', '')
    command.option('--auth-provider <name>', 'An authentication provider.', '')
    command.option('--auth-provider-arg <pairs>', 'key=value for the provider; key- takes one away.', list, [])
    command.option('--exec-command <command>', 'A program that gives credentials.', '')
    command.option('--exec-api-version <version>', 'The API version that the program speaks.', '')
    command.option('--exec-arg <args>', 'Arguments of the program.', list, [])
    command.option('--exec-env <pairs>', 'key=value for its environment; key- takes one away.', repeated, [])
    command.option('--exec-interactive-mode <mode>', 'IfAvailable, Never or Always.', '')
    command.option('--exec-provide-cluster-info', 'Whether the program is told about the cluster.', false)
  },

  complete: (args, flags: CredentialFlags, { given }) => ({ args, flags, given }),

  async run({ args, flags, given }, context) {
    const [name = ''] = args
    if (args.length !== 1) {
      context.io.out.write(context.help())
      throw new Failure(`unexpected args: [${args.join(' ')}]`)
    }
    check(name, flags)
    const { config, write } = await startingConfig(context)
    await write({
      ...config,
      users: withEntry(config.users, name, old => ({
        name,
        user: changed(old?.user ?? {}, { flags, given, context }),
      })),
    })
    context.io.out.write(`User "${name}" set.\n`)
  },
})

const check = (name: string, flags: CredentialFlags): void => {
  if (!name) throw new Failure('you must specify a non-empty user name')
  if (flags.token && (flags.username || flags.password)) {
    const methods = '--token, --username/--password'
    throw new Failure(`you cannot specify more than one authentication method at the same time: ${methods}`)
  }
  if (flags.embedCerts && !flags.clientCertificate && !flags.clientKey) {
    throw new Failure('you must specify a --client-certificate or --client-key to embed')
  }
  if (flags.execInteractiveMode && !isMode(flags.execInteractiveMode)) {
    throw new Failure('invalid interactive mode type, can be only IfAvailable, Never, Always')
  }
}

interface Change {
  readonly flags: CredentialFlags
  readonly context: Context
  given(flag: string): boolean
}

const changed = (old: NamedUser['user'], { flags, given, context }: Change): NamedUser['user'] => {
  const { token, username, password } = flags
  return compact({
    ...old,
    ...certificates(flags, given, context),
    ...(given('token') && { token }),
    ...(given('username') && { username }),
    ...(given('password') && { password }),
    ...(token && { username: '', password: '' }),
    ...((username || password) && { token: '' }),
    'auth-provider': providerOf(old['auth-provider'], flags),
    exec: execOf(old.exec, flags, given),
  })
}
