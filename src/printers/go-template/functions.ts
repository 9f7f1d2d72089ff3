import { equals, isLess } from './compare.ts'
import { escapeHtml, escapeQuery, escapeScript } from './escapers.ts'
import { exists, indexInto, lengthOf, sliceOf } from './index-into.ts'
import { sprintf } from './sprintf.ts'
import { TemplateError } from './template-error.ts'
import { isTrue, typeOf, valueText } from './values.ts'

/** A function that a template can call. */
export interface TemplateFunction {
  /** How many arguments it takes at least, and whether it takes more. */
  readonly fixed: number
  readonly variadic?: boolean
  /** Whether its first argument must be a string. */
  readonly takesString?: boolean
  /** Throws a TemplateError. `names` are the arguments as the template writes them. */
  call(args: readonly unknown[], names: readonly string[]): unknown
}

/** What is true of `a < b` tells all four orders, as in Go. */
const order = (holds: (left: unknown, right: unknown) => boolean): TemplateFunction => ({
  fixed: 2,
  call: ([left, right]) => holds(left, right),
})

const isLessOrEqual = (left: unknown, right: unknown): boolean => isLess(left, right) || equals(left, [right])

const text = (make: (text: string) => string): TemplateFunction => ({
  fixed: 0,
  variadic: true,
  call: args => make(sprint(args.map(arg => arg ?? '<no value>'))),
})

const shortCircuit = (wanted: boolean): TemplateFunction => ({
  fixed: 1,
  variadic: true,
  call: args => args.find(arg => isTrue(arg) === wanted) ?? args.at(-1),
})

/** Go's functions and kubectl's two. `and` and `or` stop early in the evaluator. */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  and: shortCircuit(false),
  or: shortCircuit(true),
  not: { fixed: 1, call: ([arg]) => !isTrue(arg) },
  len: { fixed: 1, call: ([arg]) => lengthOf(arg) },
  index: { fixed: 1, variadic: true, call: ([item, ...indices]) => indexInto(item, indices) },
  slice: { fixed: 1, variadic: true, call: ([item, ...indices]) => sliceOf(item, indices) },
  eq: { fixed: 1, variadic: true, call: ([first, ...others]) => equals(first, others) },
  ne: order((left, right) => !equals(left, [right])),
  lt: order(isLess),
  le: order(isLessOrEqual),
  gt: order((left, right) => !isLessOrEqual(left, right)),
  ge: order((left, right) => !isLess(left, right)),
  print: { fixed: 0, variadic: true, call: args => sprint(args) },
  println: { fixed: 0, variadic: true, call: args => `${args.map(valueText).join(' ')}\n` },
  printf: { fixed: 1, variadic: true, takesString: true, call: ([format, ...args]) => sprintf(String(format), args) },
  html: text(escapeHtml),
  js: text(escapeScript),
  urlquery: text(escapeQuery),
  call: { fixed: 1, variadic: true, call: ([callee], [name = '']) => refuseCall(callee, name) },
  exists: { fixed: 1, variadic: true, call: ([item, ...indices]) => exists(item, indices) },
  base64decode: { fixed: 1, takesString: true, call: ([encoded]) => decodeBase64(String(encoded)) },
}

// Go's Sprint puts a blank between two arguments when neither is a string.
const sprint = (args: readonly unknown[]): string =>
  args
    .map((arg, index) => {
      const apart = index > 0 && typeof arg !== 'string' && typeof args[index - 1] !== 'string'
      return (apart ? ' ' : '') + valueText(arg)
    })
    .join('')

// JSON has no functions to call.
const refuseCall = (callee: unknown, name: string): never => {
  if (callee === undefined || callee === null) throw new TemplateError('call of nil')
  throw new TemplateError(`non-function ${name} of type ${typeOf(callee)}`)
}

const decodeBase64 = (encoded: string): string => {
  const plain = encoded.replace(/[\r\n]/g, '')
  const valid = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(plain)
  if (!valid) throw new TemplateError(`base64 decode failed: illegal base64 data at input byte ${badByte(plain)}`)
  return new TextDecoder().decode(Uint8Array.from(atob(plain), char => char.charCodeAt(0)))
}

const badByte = (text: string): number => {
  const good = /^[A-Za-z0-9+/]*/.exec(text)?.[0].length ?? 0
  if (good === text.length) return good - (good % 4)
  return text.charAt(good) === '=' && good % 4 >= 2 ? Math.min(text.length, good + 1) : good
}
