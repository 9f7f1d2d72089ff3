/** What stands between `%` and its verb. */
export interface Spec {
  readonly flags: string
  readonly width?: number
  readonly precision?: number
  readonly verb: string
}

/** Text as wide as a spec asks for; zeros fill from the left only. */
export const pad = (text: string, { flags, width = 0 }: Pick<Spec, 'flags' | 'width'>): string => {
  const missing = width - Array.from(text).length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  return (flags.includes('0') ? '0' : ' ').repeat(missing) + text
}
