import { numberKind } from '../../util/json-number.ts'
import { canonicalQuantity, QuantityError } from '../quantity.ts'
import { DecodeError } from './decode-error.ts'
import { canonicalTime, type TimeForm } from './time.ts'

/**
 * Reads a value that decodes itself, as the server keeps it. Its faults end the decoding at once, and name no field.
 */
export type SpecialDecoder = (value: unknown) => unknown

const time =
  (form: TimeForm): SpecialDecoder =>
  value => {
    if (typeof value !== 'string') throw wrongType(value, 'string')
    return canonicalTime(value, form)
  }

const quantity: SpecialDecoder = value => {
  const text = typeof value === 'string' ? value.trim() : String(JSON.stringify(value))
  // An empty text is nothing at all.
  if (text === '') return '0'
  try {
    return canonicalQuantity(text)
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error
    throw new DecodeError(error.message)
  }
}

const intOrString: SpecialDecoder = value => {
  if (typeof value === 'string') return value
  if (!numberKind(value)) throw wrongType(value, 'int32')
  const number = Number(value)
  if (!Number.isInteger(number) || Math.abs(number) > 2 ** 31) throw wrongType(value, 'int32', `number ${number}`)
  return number
}

const asIs: SpecialDecoder = value => value

const wrongType = (value: unknown, type: string, found = jsonType(value)): DecodeError =>
  new DecodeError(`json: cannot unmarshal ${found} into Go value of type ${type}`)

/** What JSON calls the type of a value. */
export const jsonType = (value: unknown): string => {
  if (Array.isArray(value)) return 'array'
  if (numberKind(value)) return 'number'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

const decoders: Readonly<Record<string, SpecialDecoder>> = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': time('time'),
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': time('micro'),
  'io.k8s.apimachinery.pkg.api.resource.Quantity': quantity,
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': intOrString,
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': asIs,
  'io.k8s.apimachinery.pkg.runtime.RawExtension': asIs,
}

/** The decoder of a schema's id; undefined for ordinary structs. */
export const specialDecoder = (id: string | undefined): SpecialDecoder | undefined =>
  id === undefined ? undefined : decoders[id]

const zeros: Readonly<Record<string, unknown>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': '0',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 0,
}

/** What is written for a special value that was never set: null for times. */
export const specialZero = (id: string): unknown => zeros[id] ?? null
