import type { Client } from '../../api/client.ts'
import { unauthorized } from '../../api/status-error.ts'
import { parseGoDuration } from '../../util/go-duration.ts'
import { Failure } from '../errors.ts'
import type { Warnings } from '../output/warnings.ts'
import type { LoadedVerb } from '../program/command.ts'
import { type GlobalFlags, globalFlagsOf } from '../program/global-flags.ts'
import { verbHelp } from '../program/help.ts'
import { longOption, type ParsedArgs } from '../program/pflag.ts'
import type { Context, VerbEntry } from '../verb.ts'
import { lazyClient } from './lazy-client.ts'
import { checkSimulated, choosePlace, type Place, refuseServer } from './place.ts'
import type { World } from './world.ts'

interface Given {
  readonly found: LoadedVerb
  readonly parsed: ParsedArgs
  readonly world: World
  readonly warnings: Warnings
  readonly verbs: readonly VerbEntry[]
}

/** What a verb works with, from what was typed and the world. */
export const createContext = async ({ found, parsed, world, warnings, verbs }: Given): Promise<Context> => {
  const { path, command } = found
  const globals = globalFlagsOf(command)
  const place = await choosePlace(globals, world)
  return {
    path,
    given: flag => parsed.given.has(longOption(command, flag)?.attributeName() ?? ''),
    dash: parsed.dash,
    get namespace() {
      return globals.namespace || place().namespace
    },
    namespaceGiven: Boolean(globals.namespace),
    changeCause: command.getOptionValue('record') === true ? causeOf(path, parsed) : undefined,
    io: world.io,
    get cluster() {
      const chosen = place()
      checkSimulated(chosen, world)
      return chosen.cluster
    },
    client: lazyClient(() => openClient(world, { globals, place, warnings })),
    globals,
    world,
    help: () => verbHelp(found),
    verbs,
    warn: warnings.warn,
  }
}

// As kubectl puts its command line together again: flags last, in their long form.
const causeOf = (path: readonly string[], { args, typed }: ParsedArgs): string =>
  ['kubectl', ...path, ...args, ...typed].join(' ')

interface Opening {
  readonly globals: GlobalFlags
  readonly warnings: Warnings
  place(): Place
}

const openClient = async (world: World, { globals, place, warnings }: Opening): Promise<Client> => {
  checkTimeout(globals.requestTimeout)
  const chosen = place()
  if (globals.server) throw refuseServer(globals.server, '--server is not supported')
  checkSimulated(chosen, world)
  // A simulated cluster has its one administrator, and no tokens that would stand for somebody else.
  if (globals.token) throw unauthorized()
  return world.openClient({
    cluster: chosen.cluster,
    user: globals.as || undefined,
    groups: globals.asGroup,
    onWarning: warnings.warn,
  })
}

const checkTimeout = (text: string): void => {
  if (/^\d+$/.test(text)) return
  try {
    parseGoDuration(text)
  } catch {
    throw new Failure(
      'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding ' +
        'time unit (e.g. 1s | 2m | 3h)',
    )
  }
}
