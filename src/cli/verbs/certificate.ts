import { defineVerb } from '../verb.ts'
import { certificateVerbs } from './certificate/index.ts'

export const certificate = defineVerb({
  usage: 'SUBCOMMAND',
  verbs: certificateVerbs,
  complete: () => undefined,
  run: async (_, { io, help }) => io.out.write(help()),
})
