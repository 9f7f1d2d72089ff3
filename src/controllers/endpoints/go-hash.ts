import { fnv128a } from '../../util/fnv.ts'

type Field = readonly [name: string, type: string, value: string | number | undefined]

/**
 * The hash by which controllers written in Go order ports: of the value's text with the types of its fields. It makes
 * the order look arbitrary, yet it is always the same.
 */
export const hashOf = (fields: readonly Field[]): string =>
  fnv128a(`(v1.EndpointPort){${fields.map(textOf).join(' ')}}`)

const textOf = ([name, type, value]: Field): string => `${name}:(${type})${value ?? '<nil>'}`
