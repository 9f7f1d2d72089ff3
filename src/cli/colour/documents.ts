import { theme } from './theme.ts'

/** JSON, line by line: keys, and values that are no texts. */
export const paintJson = (text: string): string =>
  text.replace(
    /^(\s*)("(?:[^"\\]|\\.)*")(: )?(.*)$/gm,
    (line, blank: string, first: string, colon = '', rest: string) =>
      colon ? blank + theme.key(first) + colon + paintScalar(rest) : line,
  )

/** YAML and KYAML, line by line: keys, and values that are no texts. The lines of a block of text stay plain. */
export const paintYaml = (text: string): string => {
  let block: number | undefined
  const paint = (line: string): string => {
    const depth = line.search(/\S/)
    if (block !== undefined && (depth < 0 || depth > block)) return line
    block = /(^|[:-] )[|>][-+0-9]*$/.test(line) ? depth : undefined
    return paintEntry(line)
  }
  return text.split('\n').map(paint).join('\n')
}

const entry = /^((?:\s|- )*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?!- )[^\s"'#:{[][^:]*)(:)(?= |$)(.*)$/

const paintEntry = (line: string): string => {
  const [, before = '', key = '', colon = '', rest = ''] = entry.exec(line) ?? []
  return key ? before + theme.key(key) + colon + paintScalar(rest) : line
}

// An address or a date is no number.
const scalar = /^(\s*)(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(,?)$/

const paintScalar = (text: string): string =>
  text.replace(scalar, (_, blank: string, value: string, comma: string) => blank + theme.value(value) + comma)
