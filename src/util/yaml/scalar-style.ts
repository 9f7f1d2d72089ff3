import { looksTyped } from './resolve.ts'

export type Style = 'plain' | 'single' | 'double' | 'literal'

/** Whether a string is one that every style leaves as it is and no reader takes for another type: most are. */
export const isSimple = (text: string): boolean => simple.test(text) && !looksTyped(text)

/** The style in which go-yaml writes a string. `key`: the string is the key of a `key: value` line. */
export const chooseStyle = (text: string, key: boolean): Style => {
  const allowed = analyze(text)
  const wanted = text.includes('\n') ? 'literal' : looksTyped(text) ? 'double' : 'plain'
  if (wanted === 'double' || (key && allowed.multiline)) return 'double'
  if (wanted === 'literal') return allowed.block && !key ? 'literal' : 'double'
  if (allowed.plain && !(text === '' && key)) return 'plain'
  return allowed.single ? 'single' : 'double'
}

/** Whether a string has a line break of YAML 1.1 in it. */
export const hasBreak = (text: string): boolean => breaks.test(text)

/** What must be written as an escape: tab, controls, U+FEFF and everything outside the BMP. */
export const unprintable = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/

const simple = /^[A-Za-z_/][A-Za-z0-9_./-]{0,60}$/
const breaks = /[\r\n\x85\u2028\u2029]/

interface Allowed {
  readonly plain: boolean
  readonly single: boolean
  readonly block: boolean
  readonly multiline: boolean
}

// The rules of libyaml's emitter: which styles would be read back as the same text.
const analyze = (text: string): Allowed => {
  if (text === '') return { plain: true, single: true, block: false, multiline: false }
  const multiline = hasBreak(text)
  const escaped = unprintable.test(text) || spaceThenBreak.test(text)
  const breakThenSpace = multiline && /[\r\n\x85\u2028\u2029] /.test(text)
  const padded = multiline ? padding.test(text) : text.startsWith(' ') || text.endsWith(' ')
  return {
    plain: !escaped && !multiline && !padded && !indicators.test(text),
    single: !escaped && !breakThenSpace,
    block: !escaped && !text.endsWith(' '),
    multiline,
  }
}

const spaceThenBreak = / [\r\n\x85\u2028\u2029]/
const padding = /^[ \r\n\x85\u2028\u2029]|[ \r\n\x85\u2028\u2029]$/
const indicators = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?:](?:[ \t]|$))|:(?:[ \t\n]|$)|[ \t]#/
