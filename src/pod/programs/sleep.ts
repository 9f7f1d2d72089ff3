import { defineProgram, failed, printed } from './program.ts'

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** Waits by the cluster's clock: a running one takes the time, a frozen one moves on at once. */
export const sleep = defineProgram({
  names: ['sleep'],
  async run({ words, machine }) {
    if (words.length === 0) return failed('sleep: missing operand\n')
    const seconds = words.map(secondsOf)
    const wrong = seconds.indexOf(undefined)
    if (wrong >= 0) return failed(`sleep: invalid number '${words[wrong]}'\n`)
    await machine.sleep(seconds.reduce<number>((sum, each = 0) => sum + each, 0) * 1000)
    return printed('')
  },
})

const secondsOf = (word: string): number | undefined => {
  if (/^inf(inity)?$/.test(word)) return Number.MAX_SAFE_INTEGER / 1000
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(word) ?? []
  return number === undefined ? undefined : Number(number) * (units[unit] ?? 1)
}
