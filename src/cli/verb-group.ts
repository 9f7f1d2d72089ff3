import { Failure, UsageError } from './errors.ts'
import { defineVerb, type Verb, type VerbEntry } from './verb.ts'

interface Group extends Pick<Verb, 'title' | 'description' | 'examples'> {
  readonly verbs: readonly VerbEntry[]
  /** Where its help goes when it stands alone; stderr if unset. */
  readonly helpOn?: 'out' | 'err'
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
      io[group.helpOn ?? 'err'].write(help())
      throw new Failure('')
    },
  })
