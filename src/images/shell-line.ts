/** A simple command of a shell's line, and what joins it to the one before. */
export interface Part {
  readonly joint: string
  readonly text: string
}

// A joint, or a command up to the next one; what is quoted joins nothing.
const pieces = /(&&|\|\||;|\n)|((?:"[^"]*"|'[^']*'|&(?!&)|\|(?!\|)|[^;&|\n"'])+)/g

/** The simple commands of a line: `a; b && c || d`. */
export const partsOf = (line: string): readonly Part[] => {
  const parts: Part[] = []
  let last = ';'
  for (const [, joint, text = ''] of line.matchAll(pieces)) {
    if (joint) last = joint
    else if (text.trim() !== '') parts.push({ joint: last, text })
  }
  return parts
}

/** The words of a simple command without quotes, redirections and assignments; of a pipe its last command. */
export const wordsOf = (text: string): readonly string[] => {
  const last = text.slice(text.lastIndexOf('|') + 1)
  const words = last.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const plain = words.filter((word, index) => !/^\d?[<>]/.test(word) && !/^\d?[<>]{1,2}$/.test(words[index - 1] ?? ''))
  const start = plain.findIndex(word => !/^\w+=/.test(word))
  return plain.slice(Math.max(0, start)).map(word => word.replace(/^["'(]|["')]$/g, ''))
}

/** The files that a simple command writes its output to. */
export const redirections = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![&\d<>])>{1,2}\s*([^\s;&|<>"']+)/g)].flatMap(([, path = '']) =>
    path.startsWith('/dev/') || path.startsWith('&') ? [] : [path],
  )

/** The line that a shell is given with -c; undefined for other commands. */
export const lineGiven = ([program = '', ...words]: readonly string[]): string | undefined => {
  if (!isShell(program)) return undefined
  const at = words.findIndex(word => /^-\w*c$/.test(word))
  return at < 0 ? undefined : words[at + 1]
}

export const isShell = (program: string): boolean => shells.has(baseName(program))
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh'])

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
