import type { LabelSelector, LabelSelectorRequirement } from './generated/types.ts'
import { parseSelector } from './selector-parser.ts'
import { type Requirement, SelectorError, type SelectorOperator } from './selector-requirement.ts'

/**
 * A selector's text as the selector of an object, for the flags that make objects (`--selector`).
 * Throws SelectorError; `!=`, `>` and `<` have no place in an object.
 */
export const parseToLabelSelector = (text: string): LabelSelector => {
  const terms = parse(text)
  const equal = terms.filter(isEqual)
  const others = terms.filter(term => !isEqual(term))
  return {
    ...(equal.length > 0 && {
      matchLabels: Object.fromEntries(equal.map(({ key, values }) => [key, values[0] ?? ''])),
    }),
    ...(others.length > 0 && { matchExpressions: others.map(toExpression) }),
  }
}

const parse = (text: string): readonly Requirement[] => {
  try {
    return parseSelector(text)
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error
    throw new SelectorError(`couldn't parse the selector string "${text}": ${error.message}`)
  }
}

const isEqual = ({ operator }: Requirement): boolean => operator === '=' || operator === '=='

const operators: { readonly [operator in SelectorOperator]?: string } = {
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
}

const toExpression = ({ key, operator, values }: Requirement): LabelSelectorRequirement => {
  if (operator === 'gt' || operator === 'lt') {
    throw new SelectorError(`"${operator}" isn't supported in label selectors`)
  }
  const known = operators[operator]
  if (known === undefined) throw new SelectorError(`"${operator}" is not a valid label selector operator`)
  return { key, operator: known, ...(values.length > 0 && { values }) }
}
