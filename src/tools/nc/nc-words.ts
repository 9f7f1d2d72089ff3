import type { Protocol } from '../../network/packet.ts'

export interface NcWords {
  readonly host: string | undefined
  readonly port: number | undefined
  readonly protocol: Protocol
  /** Milliseconds. */
  readonly patience: number
  readonly isVerbose: boolean
  /** Whether it sends nothing (-z). */
  readonly onlyLooks: boolean
}

// Letters that take the rest of their word, or the next one, as their value.
const valued = 'wqpsiIOTXxP'

/** Reads what stands behind nc: `-zvw2 HOST PORT`, in any order. */
export const ncWords = (argv: readonly string[]): NcWords => {
  const operands: string[] = []
  const letters = new Map<string, string>()
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) operands.push(word)
    else readLetters(word.slice(1), letters, () => words.shift())
  }
  const [host, port] = operands
  return {
    host,
    port: port === undefined ? undefined : Number(port),
    protocol: letters.has('u') ? 'UDP' : 'TCP',
    patience: letters.has('w') ? Number(letters.get('w')) * 1000 : Number.POSITIVE_INFINITY,
    isVerbose: letters.has('v'),
    onlyLooks: letters.has('z'),
  }
}

const readLetters = (word: string, letters: Map<string, string>, next: () => string | undefined): void => {
  for (const [index, letter] of [...word].entries()) {
    if (!valued.includes(letter)) letters.set(letter, '')
    else {
      letters.set(letter, word.slice(index + 1) || (next() ?? ''))
      return
    }
  }
}
