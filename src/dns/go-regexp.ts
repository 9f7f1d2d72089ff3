/** Compiles a pattern as Go writes it: named groups are `(?P<name>`, flags may lead (`(?i)`). Throws for a bad one. */
export const goRegExp = (pattern: string): RegExp => {
  if (pattern.length > 10_000) throw new Error(`regex pattern too long: ${pattern.length} > 10000`)
  const [, flags = '', rest = pattern] = /^\(\?([ims]+)\)([\s\S]*)$/.exec(pattern) ?? []
  return new RegExp(rest.replaceAll('(?P<', '(?<').replace(/\\z$/, '$').replace(/^\\A/, '^'), flags)
}

/** The text with `{0}`, `{1}` ... replaced by what a pattern's groups matched. */
export const fillGroups = (text: string, match: RegExpExecArray): string =>
  text.replaceAll(/\{(\d{1,3})\}/g, (whole, index) =>
    Number(index) < match.length ? (match[Number(index)] ?? '') : whole,
  )
