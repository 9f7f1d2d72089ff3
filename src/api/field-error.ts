import { toGoJson } from '../util/go-json.ts'
import { goQuote } from '../util/go-quote.ts'

export type FieldErrorType =
  | 'Required'
  | 'Invalid'
  | 'NotSupported'
  | 'Duplicate'
  | 'Forbidden'
  | 'NotFound'
  | 'TooLong'
  | 'TooMany'
  | 'InternalError'
  | 'TypeInvalid'

/** One fault of one field: `field` is its path (`spec.ports[0].port`), `detail` what kubectl prints behind it. */
export interface FieldError {
  readonly type: FieldErrorType
  readonly field: string
  readonly detail: string
}

const fault = (type: FieldErrorType, field: string, detail: string): FieldError => ({ type, field, detail })
const colon = (detail: string | undefined): string => (detail ? `: ${detail}` : '')

/** A value as the API server quotes it: strings as Go quotes them, numbers plain, lists and structs as JSON. */
export const showValue = (value: unknown): string => {
  if (value === undefined) return 'null'
  if (value instanceof GoStruct) return toGoJson(value.fields, 0, { sorted: false })
  return typeof value === 'string' ? goQuote(value) : toGoJson(value)
}

/** A value that the server prints by its own type: the fields stay in their order. */
export class GoStruct {
  readonly fields: object

  constructor(fields: object) {
    this.fields = fields
  }
}

export const required = (field: string, detail?: string): FieldError =>
  fault('Required', field, `Required value${colon(detail)}`)

export const invalid = (field: string, value: unknown, detail: string): FieldError =>
  fault('Invalid', field, `Invalid value: ${showValue(value)}${colon(detail)}`)

/** `supported` is printed sorted, as the server does. */
export const notSupported = (field: string, value: unknown, supported: readonly string[]): FieldError =>
  notSupportedInOrder(field, value, supported.toSorted())

/** For the few fields whose values the server lists in an order of its own. */
export const notSupportedInOrder = (field: string, value: unknown, supported: readonly string[]): FieldError =>
  fault(
    'NotSupported',
    field,
    `Unsupported value: ${showValue(value)}: supported values: ${supported.map(showValue).join(', ')}`,
  )

export const duplicate = (field: string, value: unknown): FieldError =>
  fault('Duplicate', field, `Duplicate value: ${showValue(value)}`)

export const forbidden = (field: string, detail: string): FieldError =>
  fault('Forbidden', field, `Forbidden${colon(detail)}`)

export const tooLong = (field: string, limit: number): FieldError =>
  fault('TooLong', field, `Too long: may not be more than ${limit} bytes`)

export const tooMany = (field: string, actual: number, limit: number): FieldError =>
  fault('TooMany', field, `Too many: ${actual}: must have at most ${limit} items`)

export const fieldNotFound = (field: string, value: unknown): FieldError =>
  fault('NotFound', field, `Not found: ${showValue(value)}`)
