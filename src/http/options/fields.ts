import { type FieldError, notSupported } from '../../api/field-error.ts'
import { badRequest, invalidObject } from '../../api/status-error.ts'
import { parseGoDuration } from '../../util/go-duration.ts'
import { goQuote } from '../../util/go-quote.ts'

/** Refuses options (`CreateOptions`) with whose fields something is wrong. */
export const checkOptions = (kind: string, faults: readonly FieldError[]): void => {
  if (faults.length > 0) throw invalidObject({ group: 'meta.k8s.io', kind }, '', faults)
}

/** What is wrong with dryRun: it is All, or not there. */
export const dryRunFaults = (values: readonly string[]): readonly FieldError[] =>
  values.every(value => value === 'All') ? [] : [notSupported('dryRun', values, ['All'])]

/** A whole number of the query; undefined without one. Throws BadRequest in Go's words. */
export const integerOf = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (/^[-+]?\d+$/.test(text)) return Number(text)
  throw badRequest(`strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax`)
}

/** Go's booleans of a query: what is there and is neither `0` nor `false` is true. */
export const flagOf = (query: URLSearchParams, name: string): boolean => {
  const text = query.get(name)
  return text !== null && text !== '0' && text !== 'false'
}

/** How long the client would wait for an answer. Throws BadRequest where that is no duration. */
export const checkTimeout = (query: URLSearchParams): void => {
  const text = query.get('timeout')
  if (!text) return
  try {
    parseGoDuration(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw badRequest(`invalid timeout specified in the request URL - ${why}`)
  }
}
