/**
 * Orders map keys as go-yaml does: runs of digits by their number (`item2` before `item10`), letters after everything
 * else, but before it where digits stand in front.
 */
export const compareKeys = (left: string, right: string): number => {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  let at = 0
  while (at < length && left.charCodeAt(at) === right.charCodeAt(at)) at++
  if (at === length) return left.length - right.length
  if (isTrailSurrogate(left, at) || isTrailSurrogate(right, at)) at = Math.max(0, at - 1)
  return compareFrom(left, right, at)
}

const compareFrom = (left: string, right: string, at: number): number => {
  const [leftChar, rightChar] = [left.codePointAt(at) ?? 0, right.codePointAt(at) ?? 0]
  const [leftLetter, rightLetter] = [isLetter(leftChar), isLetter(rightChar)]
  if (leftLetter && rightLetter) return leftChar - rightChar
  if (leftLetter !== rightLetter) {
    const letterFirst = at > 0 && isDigit(left.charCodeAt(at - 1))
    return leftLetter === letterFirst ? -1 : 1
  }
  return compareDigits(left, right, at) || leftChar - rightChar
}

// A zero that differs counts as a digit of the number before it: a common prefix that is not zero makes it `10`, not
// `0`.
const compareDigits = (left: string, right: string, at: number): number => {
  const zero = left.charAt(at) === '0' || right.charAt(at) === '0'
  const prefix = zero && /[1-9][0-9]*$/.test(left.slice(0, at)) ? '1' : '0'
  const [leftDigits, rightDigits] = [digitsAt(left, at), digitsAt(right, at)]
  const difference = Number(prefix + leftDigits) - Number(prefix + rightDigits)
  return difference || leftDigits.length - rightDigits.length
}

const digitsAt = (text: string, at: number): string => {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  return text.slice(at, end)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isTrailSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

const isLetter = (code: number): boolean =>
  code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /^\p{L}$/u.test(String.fromCodePoint(code))
