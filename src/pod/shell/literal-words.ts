import { parseScript, type Script } from './syntax.ts'

/** The script of one command with these words, as they are. No shell has told it in which folder it is. */
export const commandScript = (words: readonly string[]): Script =>
  parseScript(`unset PWD OLDPWD\n${words.map(quoted).join(' ')}`)

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
