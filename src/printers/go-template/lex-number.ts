/** How many UTF-16 units the letter, digit or `_` at a place takes; 0 if there is none. */
export const isAlphaNumeric = (text: string, at: number): number => {
  const code = text.codePointAt(at)
  if (code === undefined) return 0
  if (code < 128) return /[A-Za-z0-9_]/.test(text.charAt(at)) ? 1 : 0
  const char = String.fromCodePoint(code)
  return /[\p{L}\p{Nd}]/u.test(char) ? char.length : 0
}

/** Where a number ends, in Go's syntax with hexadecimal, octal and binary; what touches a letter is none. */
export const lexNumber = (text: string, from: number): { readonly end: number; readonly valid: boolean } => {
  const pattern =
    /[-+]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][-+]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?)i?/y
  pattern.lastIndex = from
  const end = from + (pattern.exec(text)?.[0].length ?? 0)
  const extra = isAlphaNumeric(text, end)
  return extra > 0 ? { end: end + extra, valid: false } : { end, valid: end > from }
}
