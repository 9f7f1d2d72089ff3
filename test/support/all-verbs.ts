import { type LoadedVerb, loadVerb } from '../../src/cli/program/command.ts'
import { program } from '../../src/cli/program/program.ts'
import type { VerbEntry } from '../../src/cli/verb.ts'
import { verbs } from '../../src/cli/verbs/index.ts'

/** The program and every verb of it, those below others among them, each anew: flags that are set stay set. */
export const allVerbs = async (): Promise<readonly LoadedVerb[]> => withVerbsBelow([], program(verbs))

const withVerbsBelow = async (path: readonly string[], entry: VerbEntry): Promise<readonly LoadedVerb[]> => {
  const found = await loadVerb(path, entry)
  const below = (found.verb.verbs ?? []).map(each => withVerbsBelow([...path, each.name], each))
  return [found, ...(await Promise.all(below)).flat()]
}
