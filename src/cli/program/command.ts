import { Command, type Option } from 'commander'
import type { Verb, VerbEntry } from '../verb.ts'

/** A verb that was found and loaded, and the flags that it declares. */
export interface LoadedVerb {
  /** The words that name it; empty for the program itself. */
  readonly path: readonly string[]
  readonly entry: VerbEntry
  readonly verb: Verb
  /** Its own flags; `withGlobalFlags` has the others. */
  readonly command: Command
}

export const loadVerb = async (path: readonly string[], entry: VerbEntry): Promise<LoadedVerb> => {
  const verb = await entry.load()
  const command = new PlainCommand(entry.name)
  verb.declare?.(command)
  return { path, entry, verb, command: command.helpOption(false) }
}

/** To commander, `--no-headers` turns off a flag `headers`; to kubectl it is a flag like any other. */
class PlainCommand extends Command {
  override createOption(flags: string, description?: string): Option {
    return Object.assign(super.createOption(flags, description), { negate: false })
  }
}
