import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'
import { openClock, printClock } from './print.ts'

export const freeze = defineVerb({
  usage: '',
  examples: '# Time stands still, until `advance` or `follow`\nkubesim clock freeze',
  complete: noArguments,
  async run(_, context) {
    const clock = await openClock(context)
    await clock.freeze()
    await printClock(clock, context)
  },
})
