import { parseGoDuration } from '../../../util/go-duration.ts'
import { defineVerb, UsageError } from '../../verb.ts'
import { openClock, printClock } from './print.ts'

export const advance = defineVerb({
  usage: 'DURATION',
  description:
    'Move the clock on, and let all happen that was due in between. Durations are written as Go writes them.',
  examples: '# Half a minute later\nkubesim clock advance 30s\n\n# A day and a half\nkubesim clock advance 36h',

  complete([text, ...rest]) {
    if (text === undefined || rest.length > 0) throw new UsageError('exactly one DURATION is required', { hint: true })
    return { milliseconds: durationOf(text) }
  },

  async run({ milliseconds }, context) {
    const clock = await openClock(context)
    await clock.advance(milliseconds)
    await printClock(clock, context)
  },
})

const durationOf = (text: string): number => {
  const milliseconds = readDuration(text)
  if (milliseconds < 0) throw new UsageError(`time does not go back: ${text}`)
  return milliseconds
}

const readDuration = (text: string): number => {
  try {
    return parseGoDuration(text)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
