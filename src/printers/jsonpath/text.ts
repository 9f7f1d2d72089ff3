import { toGoJson } from '../../util/go-json.ts'
import { goValue, isMap } from '../../util/go-value.ts'

/** One part's values as -o jsonpath prints them: maps and lists as JSON, the rest as Go does, blanks between. */
export const resultsToText = (values: readonly unknown[]): string => values.map(valueToText).join(' ')

/** One part's values as -o jsonpath-as-json prints them. */
export const resultsToJson = (values: readonly unknown[]): string => `${toGoJson(values, 4)}\n`

const valueToText = (value: unknown): string => {
  if (value === undefined) return '<no value>'
  if (value === null) return 'null'
  return Array.isArray(value) || isMap(value) ? toGoJson(value) : goValue(value)
}
