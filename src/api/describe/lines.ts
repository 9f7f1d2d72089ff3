/** The lines one level further in. */
export const indent = (lines: readonly string[], depth = 1): readonly string[] =>
  lines.map(line => `${'  '.repeat(depth)}${line}`)

/** A line, if there is something to say. */
export const optional = (title: string, value: string | number | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [`${title}:\t${value}`]

/** A boolean as describe writes it. */
export const trueFalse = (value: boolean | undefined): string => (value ? 'True' : 'False')

export const orNone = (text: string | undefined): string => text || '<none>'
export const orUnset = (value: string | number | undefined): string =>
  value === undefined || value === '' ? '<unset>' : String(value)
