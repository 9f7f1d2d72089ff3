import { defineVerb } from '../verb.ts'

export const alpha = defineVerb({
  usage: '[flags]',
  description: 'Commands that are not ready for everybody. There are none.',
  complete: () => undefined,
  run: async (_, { io }) => io.err.write('No alpha commands are available in this version of kubectl\n'),
})
