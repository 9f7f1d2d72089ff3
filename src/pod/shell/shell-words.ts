/** What a shell was told to do by the words behind its name. */
export type ShellTask =
  | ({ readonly do: 'line'; readonly text: string; readonly name: string | undefined } & Given)
  | ({ readonly do: 'file'; readonly path: string } & Given)
  | { readonly do: 'input'; readonly options: string }

interface Given {
  readonly options: string
  readonly words: readonly string[]
}

/** `-c LINE NAME WORDS`, `FILE WORDS`, or nothing: then a shell reads its input. `options` are letters for `set`. */
export const shellTask = (words: readonly string[]): ShellTask => {
  let options = ''
  for (const [index, word] of words.entries()) {
    const rest = words.slice(index + 1)
    if (word === '--') return rest[0] === undefined ? { do: 'input', options } : fileTask(rest, options)
    if (!word.startsWith('-') || word === '-') return fileTask(words.slice(index), options)
    if (word.startsWith('--')) continue
    options += word.replace(/[^eux]/g, '')
    if (word.includes('c')) return { do: 'line', text: rest[0] ?? '', options, name: rest[1], words: rest.slice(2) }
  }
  return { do: 'input', options }
}

const fileTask = ([path = '', ...words]: readonly string[], options: string): ShellTask => ({
  do: 'file',
  path,
  options,
  words,
})
