/**
 * Lines of at most so many characters, parted between words; a word that is longer than a line is cut. What goes on
 * from one line to the next stands in by `indent`.
 */
export const wrap = (text: string, width: number, indent = ''): readonly string[] =>
  text.split('\n').flatMap(line => wrapLine(line, { width, indent }))

interface Room {
  readonly width: number
  readonly indent: string
}

const wrapLine = (text: string, { width, indent }: Room): readonly string[] => {
  const lines: string[] = []
  let rest = text
  while (rest.length > width) {
    const at = breakBefore(rest, width)
    lines.push(rest.slice(0, at).trimEnd())
    rest = indent + rest.slice(at).trimStart()
  }
  return [...lines, rest]
}

/** The last place within the width where a word begins; the width itself where there is none. */
const breakBefore = (text: string, width: number): number => {
  const at = text.lastIndexOf(' ', width)
  return text.slice(0, Math.max(0, at)).trim() === '' ? width : at
}
