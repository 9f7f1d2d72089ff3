import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'

/** Whether an object's status has a condition of this type with this value; neither heeds capitals. */
export const hasCondition = (object: KubeObject, type: string, value: string): boolean => {
  const status = fieldOf(object, 'status')
  const conditions = fieldOf(status, 'conditions')
  const condition = (Array.isArray(conditions) ? conditions : []).find(
    each => isSame(fieldOf(each, 'type'), type) && typeof fieldOf(each, 'status') === 'string',
  )
  if (condition === undefined || isOutdated(object, status, condition)) return false
  return isSame(fieldOf(condition, 'status'), value)
}

// A controller that has not seen the newest spec yet speaks of the one before.
const isOutdated = ({ metadata }: KubeObject, status: unknown, condition: unknown): boolean => {
  const observed = fieldOf(condition, 'observedGeneration') ?? fieldOf(status, 'observedGeneration')
  return metadata.generation !== undefined && typeof observed === 'number' && observed < metadata.generation
}

const fieldOf = (value: unknown, name: string): unknown => (isMap(value) ? value[name] : undefined)

const isSame = (value: unknown, text: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
