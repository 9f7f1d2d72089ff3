/**
 * A float64 whose value a JavaScript number would show as an integer: `1000000.0`, `1e21`. Go keeps it apart from the
 * int64 `1000000` and prints it as `1e+06`. Other floats are plain numbers, integers beyond 2^53 are bigints.
 */
export class Float {
  readonly #value: number

  constructor(value: number) {
    this.#value = value
  }

  valueOf(): number {
    return this.#value
  }

  toJSON(): number {
    return this.#value
  }
}

const numbers = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const remarkable = /^-?\d*[.eE]|\d{16}/
const mark = '\u0000number'

/** JSON decoded as Go does: integers that fit int64 stay exact, everything else with digits is a float64. */
export const parseJson = (text: string): unknown => {
  let found = false
  const marked = text.replace(numbers, token => {
    if (token.startsWith('"') || !remarkable.test(token)) return token
    const number = goNumber(token)
    if (typeof number === 'number') return token
    found = true
    return JSON.stringify({ [mark]: token })
  })
  if (!found) return JSON.parse(text)
  return JSON.parse(marked, (_, value) => (isMarked(value) ? goNumber(value[mark]) : value))
}

/** The number that Go makes of a JSON number: int64 where it can, else float64. */
export const goNumber = (token: string): number | bigint | Float => {
  if (/^-?\d+$/.test(token)) {
    const exact = BigInt(token)
    if (BigInt.asIntN(64, exact) === exact) return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
  }
  const float = Number(token)
  return Number.isInteger(float) ? new Float(float) : float
}

/** Which of Go's two kinds of number a value is; undefined where it is none. */
export const numberKind = (value: unknown): 'int' | 'float' | undefined => {
  if (typeof value === 'bigint') return 'int'
  if (value instanceof Float) return 'float'
  if (typeof value !== 'number') return undefined
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? 'int' : 'float'
}

const isMarked = (value: unknown): value is { readonly [mark]: string } =>
  typeof value === 'object' && value !== null && mark in value
