import { defineProgram } from './program.ts'

/** The interpreter's, which does not know how one writes the byte that /proc puts between words. */
export const tr = defineProgram({
  names: ['tr'],
  run: ({ words, original }) => original(words.map(word => word.replace(/\\0{1,3}(?![0-7])/g, '\0'))),
})
