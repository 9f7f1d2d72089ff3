import { goType, goValue, isMap } from '../../util/go-value.ts'
import { numberKind } from '../../util/json-number.ts'
import type { Schema } from '../schema.ts'
import { printStep } from './fields-v1.ts'
import { entriesOf, fieldStep, itemsOf, type Shape, shapeOf } from './shape.ts'

/** What keeps a configuration from being applied, in the server's words, each with its path. */
export const configurationFaults = (value: unknown, schema: Schema, path = ''): readonly string[] => {
  if (value === null || value === undefined) return []
  const shape = shapeOf(schema, value)
  switch (shape.kind) {
    case 'map':
      return isMap(value) ? mapFaults(value, shape, path) : [`${path}: expected map, got &{${goValue(value)}}`]
    case 'list':
      return Array.isArray(value)
        ? listFaults(value, shape, path)
        : [`${path}: expected list, got &{${goValue(value)}}`]
    case 'atomic':
      return atomicFaults(value, shape.holds, path)
    default:
      return leafFaults(value, shape.type, path)
  }
}

/** Several faults as one text. */
export const joinFaults = (faults: readonly string[]): string =>
  faults.length === 1 ? faults.join('') : ['errors:', ...faults.map(fault => `  ${fault}`)].join('\n')

const mapFaults = (value: unknown, shape: Shape & { kind: 'map' }, path: string): readonly string[] =>
  entriesOf(value).flatMap(([name, item]) => {
    const inner = path + printStep(fieldStep(name))
    const schema = shape.fieldOf(name)
    return schema ? configurationFaults(item, schema, inner) : [`${inner}: field not declared in schema`]
  })

const listFaults = (value: unknown, shape: Shape & { kind: 'list' }, path: string): readonly string[] => {
  const seen = new Set<string>()
  return itemsOf(value).flatMap((item, index) => {
    const step = shape.stepOf(item)
    if (step === undefined) {
      return [`${path}: element ${index}: associative list with keys has an element that omits key field`]
    }
    const isTwice = seen.has(step)
    seen.add(step)
    if (isTwice) return [`${path}: duplicate entries for key ${printStep(step)}`]
    return configurationFaults(item, shape.items, path + printStep(step))
  })
}

const atomicFaults = (value: unknown, holds: 'list' | 'map', path: string): readonly string[] => {
  const fits = holds === 'list' ? Array.isArray(value) : isMap(value)
  return fits ? [] : [`${path}: expected ${holds}, got &{${goValue(value)}}`]
}

const leafFaults = (value: unknown, type: string, path: string): readonly string[] => {
  switch (type) {
    case 'string':
      return typeof value === 'string'
        ? []
        : [`${path}: expected string, got &value.valueUnstructured{Value:${goValue(value)}}`]
    case 'number':
      return numberKind(value) ? [] : [`${path}: expected numeric (int or float), got ${goType(value)}`]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: expected boolean, got &{${goValue(value)}}`]
    default:
      return []
  }
}
