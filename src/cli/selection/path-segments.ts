import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'

/** What of a request becomes part of its path. */
export interface Segments {
  readonly namespace?: string | undefined
  readonly name?: string
}

/**
 * Refuses a namespace or a name that cannot be part of a request's path, as kubectl's client does before it asks;
 * `plain` as for a list.
 */
export const checkSegments = (
  { namespace = '', name }: Segments,
  { plain = false }: { readonly plain?: boolean } = {},
): void => {
  refuse('namespace', namespace, plain)
  if (name === '') throw new Failure('resource name may not be empty')
  refuse('resource name', name ?? '', plain)
}

const refuse = (what: string, text: string, plain: boolean): void => {
  const faults = faultsOf(text)
  if (faults.length > 0) throw new Failure(`invalid ${what} ${goQuote(text)}: [${faults.join(' ')}]`, { plain })
}

const faultsOf = (text: string): readonly string[] => {
  if (text === '.' || text === '..') return [`may not be '${text}'`]
  return ['/', '%'].filter(char => text.includes(char)).map(char => `may not contain '${char}'`)
}
