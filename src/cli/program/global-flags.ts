import { Command, Option } from 'commander'
import { type ColourChoice, parseColourChoice } from '../colour/wanted.ts'
import { integer, list, repeated } from '../flags.ts'

/** The flags that every verb has. */
export interface GlobalFlags {
  readonly namespace: string
  readonly context: string
  readonly cluster: string
  readonly user: string
  readonly kubeconfig: string
  readonly requestTimeout: string
  readonly server: string
  readonly token: string
  readonly as: string
  readonly asGroup: readonly string[]
  readonly warningsAsErrors: boolean
  readonly color: ColourChoice
  readonly v: number
  readonly help: boolean
}

const untyped: GlobalFlags = {
  namespace: '',
  context: '',
  cluster: '',
  user: '',
  kubeconfig: '',
  requestTimeout: '0',
  server: '',
  token: '',
  as: '',
  asGroup: [],
  warningsAsErrors: false,
  color: 'auto',
  v: 0,
  help: false,
}

const text = (flags: string, description: string): Option => new Option(flags, description).default('')

// What only makes sense against a real server over the network is accepted and changes nothing.
const unused = 'Accepted for the sake of scripts; a simulated cluster has no use for it.'

const globalOptions = (): readonly Option[] => [
  text('--as <user>', 'The user to act as, by name.'),
  new Option('--as-group <groups>', 'A group to act as; may be repeated.').argParser(repeated).default([]),
  text('--as-uid <uid>', 'The UID to act as.'),
  new Option('--as-user-extra <extra>', unused).argParser(repeated).default([]),
  text('--cache-dir <folder>', unused),
  text('--certificate-authority <file>', unused),
  text('--client-certificate <file>', unused),
  text('--client-key <file>', unused),
  text('--cluster <name>', 'The cluster to use, by its name in the kubeconfig.'),
  new Option('--color <when>', 'Whether to use colour: auto (on a terminal), always, never.')
    .argParser(parseColourChoice)
    .default('auto'),
  text('--context <name>', 'The context to use: which cluster, and which namespace by default.'),
  new Option('--disable-compression', unused).default(false),
  new Option('--insecure-skip-tls-verify', unused).default(false),
  text('--kubeconfig <file>', 'The kubeconfig file whose context names count.'),
  new Option('--kuberc <file>', unused).default(''),
  new Option('--log-flush-frequency <duration>', unused).default('5s').hideHelp(),
  new Option('--match-server-version', 'Require the versions of server and client to be the same.').default(false),
  text('-n, --namespace <name>', 'The namespace of this request.'),
  text('--password <password>', unused),
  text('--profile <what>', unused).default('none'),
  text('--profile-output <file>', unused).default('profile.pprof'),
  text('--request-timeout <time>', 'How long to wait for one answer (5s, 2m); 0 waits without end.').default('0'),
  text('-s, --server <url>', 'The address of the API server.'),
  text('--tls-server-name <name>', unused),
  text('--token <token>', 'The bearer token to present to the API server.'),
  text('--user <name>', 'The user of the kubeconfig to use.'),
  text('--username <name>', unused),
  new Option('-v, --v <level>', 'How much to log; higher numbers say more.').argParser(integer).default(0),
  new Option('--vmodule <pattern>', unused).argParser(list).default([]),
  new Option('--warnings-as-errors', 'Exit with an error if the server sent a warning.').default(false),
]

/**
 * The command with the global flags, save those whose name the verb has taken for a flag of its own. They are added
 * when somebody first asks for one: most commands need none of them.
 */
export const withGlobalFlags = (command: Command): Command => {
  if (complete.has(command)) return command
  complete.add(command)
  const help = new Option('-h, --help', 'Show help.').hideHelp().default(false)
  const taken = new Set(command.options.flatMap(({ long, short }) => [long, short]))
  for (const option of [...globalOptions(), help]) {
    if (taken.has(option.long) || (option.short && taken.has(option.short))) continue
    marked.add(option)
    command.addOption(option)
  }
  return command
}

const complete = new WeakSet<Command>()
const marked = new WeakSet<Option>()

/** Whether a flag of a command is there for being global. */
export const declaresGlobally = (option: Option): boolean => marked.has(option)

/** A command that has nothing but the global flags, for `kubectl options`. */
export const globalCommand = (): Command => withGlobalFlags(new Command('kubectl').helpOption(false))

/** The values of the global flags. One whose name the verb has taken is as if it had not been typed. */
export const globalFlagsOf = (command: Command): GlobalFlags => {
  const typed = command.options.filter(declaresGlobally).map(option => option.attributeName())
  return { ...untyped, ...Object.fromEntries(typed.map(name => [name, command.getOptionValue(name)])) }
}
