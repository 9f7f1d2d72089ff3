import { loadVerb } from '../program/command.ts'
import { verbNamed } from '../program/find-verb.ts'
import { programUsage, verbHelp } from '../program/help.ts'
import { programHelp } from '../program/program.ts'
import { type Context, defineVerb, type VerbEntry } from '../verb.ts'

export const help = defineVerb({
  usage: '[command]',
  description: 'Shows the help of a command, of a command below it, or the list of all.',
  examples: '# Show how to use get\nkubectl help get',
  complete: args => args,
  run: async (words, { io, verbs }) =>
    words.length === 0 ? io.out.write(programHelp(verbs)) : explain(words, { io, verbs }),
})

const explain = async (words: readonly string[], { io, verbs }: Pick<Context, 'io' | 'verbs'>): Promise<void> => {
  const entries = await entriesOf(words, verbs)
  const last = entries.at(-1)
  if (last) {
    io.out.write(
      verbHelp(
        await loadVerb(
          entries.map(({ name }) => name),
          last,
        ),
      ),
    )
    return
  }
  const topic = words.map(word => `\`${word}\``).join(' ')
  io.err.write(`Unknown help topic [${topic}]\n\n\n${programUsage(verbs, { all: false })}`)
}

/** The verbs that the words lead down to, as far as they are verbs. */
const entriesOf = async (words: readonly string[], verbs: readonly VerbEntry[]): Promise<readonly VerbEntry[]> => {
  const [word, ...rest] = words
  const entry = word === undefined ? undefined : verbNamed(verbs, word)
  if (!entry) return []
  const { verbs: below = [] } = await entry.load()
  return [entry, ...(await entriesOf(rest, below))]
}
