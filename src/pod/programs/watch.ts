import { defineProgram, failed } from './program.ts'

const clearScreen = '\u001b[H\u001b[2J'

/** Runs a command again and again, until somebody interrupts; once where nobody watches. */
export const watch = defineProgram({
  names: ['watch'],
  async run({ words, machine, print, other }) {
    const { seconds, command } = readWords(words)
    if (command === '') return failed('Usage: watch [-n SEC] [-t] PROG ARGS\n')
    const once = () => other('sh', ['-c', command])
    if (!print) return once()
    while (!machine.isInterrupted()) {
      const { out, err } = await once()
      print(`${clearScreen}Every ${seconds.toFixed(1)}s: ${command}\n\n${out}${err}`)
      await machine.sleep(seconds * 1000)
    }
    return { out: '', err: '', code: 130 }
  },
})

const readWords = (words: readonly string[]): { readonly seconds: number; readonly command: string } => {
  const [word = '', next = ''] = words
  if (word === '-n') return { ...readWords(words.slice(2)), seconds: Number(next) || 2 }
  if (/^-n/.test(word)) return { ...readWords(words.slice(1)), seconds: Number(word.slice(2)) || 2 }
  if (/^-[td]+$/.test(word)) return readWords(words.slice(1))
  return { seconds: 2, command: words.join(' ') }
}
