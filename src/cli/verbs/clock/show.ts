import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'
import { openClock, printClock } from './print.ts'

export const show = defineVerb({
  usage: '',
  examples: '# What time it is in the cluster\nkubesim clock show',
  complete: noArguments,
  run: async (_, context) => printClock(await openClock(context), context),
})
