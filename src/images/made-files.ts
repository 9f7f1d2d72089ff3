import { runOf } from './command.ts'
import { lineGiven, partsOf, redirections, wordsOf } from './shell-line.ts'

/** A file that a container's own command makes, or takes away. */
export interface FileChange {
  /** Milliseconds after the command began. */
  readonly at: number
  readonly path: string
  readonly isThere: boolean
}

/** The files that a shell's line makes and removes, as far as it is simple commands: `touch /tmp/up; sleep 30; rm …`. */
export const madeFiles = (command: readonly string[]): readonly FileChange[] => {
  const line = lineGiven(command)
  const changes: FileChange[] = []
  let at = 0
  for (const { text } of line === undefined ? [] : partsOf(line)) {
    const words = wordsOf(text)
    if (/^\s*(while|until|for|if|case)\b/.test(text)) break
    changes.push(...changesOf(words, text).map(change => ({ ...change, at })))
    const { runsFor = Number.POSITIVE_INFINITY } = runOf(words) ?? { runsFor: 0 }
    at += runsFor
    if (!Number.isFinite(at)) break
  }
  return changes
}

const changesOf = ([program = '', ...words]: readonly string[], text: string): readonly Omit<FileChange, 'at'>[] => {
  const paths = words.filter(word => !word.startsWith('-'))
  const written = redirections(text).map(path => ({ path, isThere: true }))
  if (program === 'touch' || program === 'mkdir') return [...paths.map(path => ({ path, isThere: true })), ...written]
  if (program === 'rm' || program === 'rmdir') return paths.map(path => ({ path, isThere: false }))
  return written
}
