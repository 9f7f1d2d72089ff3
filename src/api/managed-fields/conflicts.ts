import { goQuote } from '../../util/go-quote.ts'
import { StatusError } from '../status-error.ts'
import { pathsOf } from './field-set.ts'
import { printPath } from './fields-v1.ts'
import type { ManagerId } from './managers.ts'
import type { Clash } from './ownership.ts'

/** The refusal of an apply that would change what others own. */
export const applyConflict = (clashes: readonly Clash[]): StatusError => {
  const groups = clashes
    .map(({ owner, fields }) => ({ who: printManager(owner), paths: pathsOf(fields).map(printPath) }))
    .toSorted((left, right) => (left.who < right.who ? -1 : 1))
  const causes = groups.flatMap(({ who, paths }) =>
    paths.map(field => ({ reason: 'FieldManagerConflict', message: `conflict with ${who}`, field })),
  )
  const list = groups.flatMap(({ who, paths }) => [`conflicts with ${who}:`, ...paths.map(path => `- ${path}`)])
  const [first] = causes
  const message =
    causes.length === 1 && first
      ? `Apply failed with 1 conflict: ${first.message}: ${first.field}`
      : `Apply failed with ${causes.length} conflicts: ${list.join('\n')}`
  return new StatusError('Conflict', message, { details: { causes } })
}

const printManager = ({ manager, operation, apiVersion, subresource }: ManagerId): string => {
  const who = subresource ? `${goQuote(manager)} with subresource ${goQuote(subresource)}` : goQuote(manager)
  return operation === 'Update' ? `${who} using ${apiVersion}` : who
}
