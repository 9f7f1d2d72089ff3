import { defineProgram } from './program.ts'

/** The cluster's time is not the machine's. */
export const date = defineProgram({
  names: ['date'],
  async run({ words, machine, original }) {
    const { now } = await machine.look()
    const isGiven = words.some(word => /^(-d|--date|-r)/.test(word))
    return original(isGiven ? words : ['-d', `@${Math.floor(now / 1000)}`, ...words])
  },
})
