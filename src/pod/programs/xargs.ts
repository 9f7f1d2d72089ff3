import { defineProgram } from './program.ts'

/** The interpreter's `xargs`, which wants a value apart from its letter: `-n1` is `-n 1`. */
export const xargs = defineProgram({
  names: ['xargs'],
  run({ words, original }) {
    const first = words.findIndex(word => !/^-/.test(word))
    const options = first < 0 ? words : words.slice(0, first)
    const parted = options.flatMap(word => {
      const [, letter, value] = /^(-[InLPsd])(.+)$/.exec(word) ?? []
      return letter && value ? [letter, value] : [word]
    })
    return original([...parted, ...(first < 0 ? [] : words.slice(first))])
  },
})
