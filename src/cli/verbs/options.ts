import { globalCommand } from '../program/global-flags.ts'
import { globalFlagsHelp } from '../program/help.ts'
import { defineVerb } from '../verb.ts'

export const options = defineVerb({
  usage: '',
  examples: '# Print flags inherited by all commands\nkubectl options',
  complete: () => undefined,
  run: async (_, { io }) => io.out.write(globalFlagsHelp(globalCommand())),
})
