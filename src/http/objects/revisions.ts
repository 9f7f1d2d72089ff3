import { invalid } from '../../api/field-error.ts'
import { badRequest, plainError, StatusError } from '../../api/status-error.ts'
import { goQuote } from '../../util/go-quote.ts'

/** The revision that a query names; 0 without one. Throws: `list` are the words for lists, else those for the rest. */
export const revisionIn = (query: URLSearchParams, of: 'list' | 'object' | 'watch'): number => {
  const text = query.get('resourceVersion') ?? ''
  if (/^\d*$/.test(text)) return Number(text)
  const { field, detail } = invalid(
    'resourceVersion',
    text,
    `strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax`,
  )
  const fault = `${field}: ${detail}`
  throw of === 'list' ? badRequest(`invalid resource version: ${fault}`) : plainError(fault)
}

/** Refuses a revision that is still to come. */
export const checkReached = (wanted: number, current: string): void => {
  if (wanted <= Number(current)) return
  const cause = { reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }
  throw new StatusError('Timeout', `Timeout: Too large resource version: ${wanted}, current: ${current}`, {
    details: { causes: [cause], retryAfterSeconds: 1 },
  })
}

export const tooOldList = (): StatusError =>
  new StatusError('Expired', 'The resourceVersion for the provided list is too old.')
