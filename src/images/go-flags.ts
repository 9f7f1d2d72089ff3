/**
 * The value of a flag among the arguments of a Go program: `-text=a`, `--text a`; undefined if it is not there. A flag
 * with nothing after it is `true`.
 */
export const flagOf = (words: readonly string[], name: string): string | undefined => {
  for (const [index, word] of words.entries()) {
    const [, found, value] = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word) ?? []
    if (found !== name) continue
    const next = words[index + 1]
    return value ?? (next === undefined || next.startsWith('-') ? 'true' : next)
  }
  return undefined
}

/** A flag that names a port, as `:5678` or `5678`. */
export const portFlag = (words: readonly string[], name: string, usual: number): number => {
  const [, digits] = /(\d+)$/.exec(flagOf(words, name) ?? '') ?? []
  return digits === undefined ? usual : Number(digits)
}
