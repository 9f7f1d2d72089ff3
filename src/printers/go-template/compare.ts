import { sprintf } from './sprintf.ts'
import { TemplateError } from './template-error.ts'
import { kindOf, toNumber, typeOf } from './values.ts'

/** `eq a b c`: whether a equals one of the others; nil equals only nil. Throws for kinds that do not compare. */
export const equals = (first: unknown, others: readonly unknown[]): boolean => {
  if (others.length === 0) throw new TemplateError('missing argument for comparison')
  return others.some(other => equalsOne(first, other))
}

const equalsOne = (left: unknown, right: unknown): boolean => {
  const [leftKind, rightKind] = [kindOf(left), kindOf(right)]
  if (leftKind === 'invalid' || rightKind === 'invalid') return leftKind === rightKind
  if (!isBasic(left) && !isBasic(right)) throw nonComparable(left, right)
  if (leftKind !== rightKind) throw incompatible(left, right)
  return leftKind === 'int' ? BigInt(toNumber(left)) === BigInt(toNumber(right)) : plain(left) === plain(right)
}

/** `lt a b`. Throws for kinds that have no order. */
export const isLess = (left: unknown, right: unknown): boolean => {
  const [leftKind, rightKind] = [kindOf(left), kindOf(right)]
  for (const kind of [leftKind, rightKind]) {
    if (kind === 'invalid' || kind === 'map' || kind === 'slice') throw new TemplateError('invalid type for comparison')
  }
  if (leftKind !== rightKind) throw incompatible(left, right)
  if (leftKind === 'bool') throw new TemplateError('invalid type for comparison')
  if (typeof left === 'string' && typeof right === 'string') return left < right
  return toNumber(left) < toNumber(right)
}

const isBasic = (value: unknown): boolean => !['map', 'slice'].includes(kindOf(value))

// Go's words, which put a type before its value where the types differ.
const nonComparable = (left: unknown, right: unknown): TemplateError => {
  const [first, second] = [left, right].map(value => sprintf('%s', [value]))
  if (typeOf(left) === typeOf(right)) return new TemplateError(`non-comparable type ${second}: ${typeOf(right)}`)
  return new TemplateError(`non-comparable types ${first}: ${typeOf(left)}, ${typeOf(right)}: ${second}`)
}

const plain = (value: unknown): unknown => (kindOf(value) === 'float' ? toNumber(value) : value)

const incompatible = (left: unknown, right: unknown): TemplateError =>
  new TemplateError(`incompatible types for comparison: ${typeOf(left)} and ${typeOf(right)}`)
