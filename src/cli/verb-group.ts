import { Failure, UsageError } from './errors.ts'
import { defineVerb, type Verb, type VerbEntry } from './verb.ts'

interface Group extends Pick<Verb, 'description' | 'examples'> {
  readonly verbs: readonly VerbEntry[]
  /** `[flags]` if unset. */
  readonly usage?: string
}

/** A verb that only has verbs below it (`rollout`): alone it shows its help as a failure, another word is refused. */
export const defineVerbGroup = (group: Group): Verb =>
  defineVerb({
    usage: '[flags]',
    ...group,
    complete(args) {
      if (args.length > 0) throw new UsageError(`unknown command "${args.join(' ')}"`, { hint: true })
    },
    async run(_, { io, help }) {
      io.err.write(help())
      throw new Failure('')
    },
  })
