import type { KubeObject } from '../../api/meta.ts'
import { compileRelaxed } from '../../printers/jsonpath/relaxed.ts'
import { goValue, isMap } from '../../util/go-value.ts'
import { Failure } from '../errors.ts'

/**
 * A check that a JSONPath leads to one value, and to this one if the text names it: `{.status.phase}=Running`. Both it
 * and this function throw what kubectl says.
 */
export const pathCheck = (text: string): ((object: KubeObject) => boolean) => {
  const [path = '', given, ...more] = splitOnSingleEquals(text)
  if (more.length > 0) throw new Failure(`jsonpath wait format must be ${example}=3 or ${example}`)
  const values = compileRelaxed(path)
  if (path === '') throw new Failure('jsonpath expression cannot be empty')
  const wanted = given?.replace(/^['"]+|['"]+$/g, '')
  if (wanted === '') throw new Failure(`jsonpath wait has to have a value after equal sign, like ${example}=3`)
  return object => isMet(values(object), wanted)
}

const example = "--for=jsonpath='{.status.readyReplicas}'"

// `==` belongs to a filter of the path.
const splitOnSingleEquals = (text: string): readonly string[] => {
  const parts = ['']
  for (const token of text.match(/==|=|[^=]+/g) ?? []) {
    if (token === '=') parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts
}

const isMet = (values: readonly unknown[], wanted: string | undefined): boolean => {
  if (values.length === 0) return false
  if (values.length > 1) throw new Failure('given jsonpath expression matches more than one value')
  if (wanted === undefined) return true
  const [value] = values
  if (Array.isArray(value) || isMap(value)) {
    throw new Failure('jsonpath leads to a nested object or list which is not supported')
  }
  return goValue(value).trim() === wanted.trim()
}
