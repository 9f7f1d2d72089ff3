import { YamlError } from './error.ts'

/**
 * What a string has become when it is printed: kubectl reads its own JSON as YAML first, where U+0085 is a line break
 * that folds into a blank, and where a YamlError refuses other controls.
 */
export const readBack = (text: string): string => {
  if (!beyondAscii.test(text)) return text
  const whole = text.replace(halfPair, '\ufffd')
  if (forbidden.test(whole)) throw new YamlError('yaml: control characters are not allowed')
  return whole.replace(/ *\x85[ \x85]*/g, run => '\n'.repeat(run.split('\x85').length - 2) || ' ')
}

const beyondAscii = /[^\0-~]/
const forbidden = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
