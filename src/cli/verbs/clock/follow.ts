import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'
import { openClock, printClock } from './print.ts'

export const follow = defineVerb({
  usage: '',
  description: 'Let the clock go with the wall clock again. A clock that was ahead stays ahead: time does not go back.',
  examples: '# As real time goes\nkubesim clock follow',
  complete: noArguments,
  async run(_, context) {
    const clock = await openClock(context)
    await clock.follow()
    await printClock(clock, context)
  },
})
