import { coloured } from '../colour/coloured.ts'
import { Failure, FlagError, UsageError } from '../errors.ts'
import { createWarnings } from '../output/warnings.ts'
import type { Verb } from '../verb.ts'
import { verbs } from '../verbs/index.ts'
import { createContext } from '../world/context.ts'
import type { World } from '../world/world.ts'
import { type LoadedVerb, loadVerb } from './command.ts'
import { describeFailure } from './failure.ts'
import { verbIndex, verbNamed } from './find-verb.ts'
import { verbHelp } from './help.ts'
import { noticesOf } from './notices.ts'
import { type ParsedArgs, parseFlags } from './pflag.ts'
import { runPlugin } from './plugin.ts'
import { program } from './program.ts'
import { parseRawWords } from './raw-words.ts'
import { unknownVerb } from './suggestions.ts'

/** The program: runs what argv (without the program's name) says, gives the exit code. Nothing is thrown. */
export const run = async (argv: readonly string[], plainWorld: World): Promise<number> => {
  const world = await coloured(argv, plainWorld)
  let found = await loadVerb([], program(verbs))
  try {
    const rest = [...argv]
    for (let next = await findVerb(rest, found); next; next = await findVerb(rest, found)) found = next
    return (await tryPlugin({ argv, rest, found, world })) ?? (await execute(found, rest, world))
  } catch (error) {
    const { text, code } = describeFailure(inWordsOf(found.verb, error), found.path)
    world.io.err.write(text)
    const isChosen = error instanceof Failure && error.code !== undefined
    return isChosen ? code : (found.verb.failureCode ?? code)
  }
}

// Where exit codes have a meaning, kubectl does not leave wrong flags to its library.
const inWordsOf = ({ failureCode }: Verb, error: unknown): unknown =>
  failureCode !== undefined && error instanceof FlagError ? new UsageError(error.message, { hint: true }) : error

/** The verb that argv names below the one that is found already; its word is taken out of argv. */
const findVerb = async (argv: string[], { path, verb, command }: LoadedVerb): Promise<LoadedVerb | undefined> => {
  const index = verbIndex(argv, command)
  if (index < 0 || !verb.verbs) return undefined
  const entry = verbNamed(verb.verbs, argv[index] ?? '')
  if (!entry) return undefined
  argv.splice(index, 1)
  return loadVerb([...path, entry.name], entry)
}

interface Words {
  readonly argv: readonly string[]
  /** What is left of argv without the words that name the verb. */
  readonly rest: readonly string[]
  readonly found: LoadedVerb
  readonly world: World
}

/** The exit code of the plugin that argv means, where its words name no verb. Throws if they name nothing at all. */
const tryPlugin = async ({ argv, rest, found, world }: Words): Promise<number | undefined> => {
  const { path, verb, command } = found
  if (path.length === 0) {
    const word = rest[verbIndex(rest, command)]
    if (word === undefined) return undefined
    const code = await runPlugin(argv, 1, world)
    if (code === undefined) throw new Failure(unknownVerb(word, verb.verbs ?? []))
    return code
  }
  const isMeant = verb.takesPlugins && rest[0] !== undefined && !rest[0].startsWith('-')
  return isMeant ? runPlugin(argv, argv.length - rest.length + 1, world) : undefined
}

const execute = async (found: LoadedVerb, argv: readonly string[], world: World): Promise<number> => {
  const { verb, command, path } = found
  const parsed = parse(found, argv)
  const warnings = createWarnings(world.io.err)
  const context = await createContext({ found, parsed, world, warnings, verbs })
  if (context.globals.help && path.length > 0) {
    world.io.out.write(verbHelp(found))
    return 0
  }
  checkRequired(found, parsed.given)
  const typed = command.options.filter(option => parsed.given.has(option.attributeName()))
  world.io.err.write(noticesOf(typed, name => command.getOptionValue(name), world.clock.now()))
  const options = verb.complete(parsed.args, command.opts(), context)
  await verb.run(options, context)
  if (context.globals.warningsAsErrors) warnings.refuse()
  return 0
}

const parse = ({ verb, command }: LoadedVerb, argv: readonly string[]): ParsedArgs => {
  if (verb.rawWords === 'all') return { args: argv, dash: undefined, given: new Set(), typed: [] }
  return verb.rawWords ? parseRawWords(command, argv) : parseFlags(command, argv)
}

const checkRequired = ({ command }: LoadedVerb, given: ReadonlySet<string>): void => {
  const missing = command.options.filter(option => option.mandatory && !given.has(option.attributeName()))
  const names = missing.map(({ long }) => `"${long?.slice(2)}"`).toSorted()
  if (names.length > 0) throw new Failure(`required flag(s) ${names.join(', ')} not set`)
}
