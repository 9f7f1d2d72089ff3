import { Float, goNumber } from '../../util/json-number.ts'

/** The number that a token of digits, sign and dots is: an int64 where it can be, else a float64. */
export const parseNumber = (token: string): unknown => {
  const digits = token.replace(/^\+/, '')
  if (/^-?\d+$/.test(digits)) return goNumber(digits)
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(digits)) return undefined
  const value = Number(digits)
  return Number.isInteger(value) ? new Float(value) : value
}
