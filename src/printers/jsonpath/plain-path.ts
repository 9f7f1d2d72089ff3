import { JSONPath } from 'jsonpath-plus'
import { isMap } from '../../util/go-value.ts'

/** Names that the package takes as they are: no operator of its own syntax, and no property of a list or string. */
const simple = /^(?!length$)[A-Za-z_][\w-]*$/

export const isSimpleName = (name: string): boolean => simple.test(name)

/** What stands under a chain of simple names in each value; what lacks one of them yields nothing. */
export const followNames = (values: readonly unknown[], names: readonly string[]): unknown[] =>
  values.filter(isMap).flatMap(json => JSONPath({ json, path: ['$', ...names], eval: false, wrap: true }) as unknown[])
