import type { ListOptions } from '../../api/client.ts'
import { type FieldError, forbidden, notSupported, notSupportedInOrder } from '../../api/field-error.ts'
import { flagOf } from './fields.ts'

/** What a list or a watch picks, by its query. */
export const selectionIn = (query: URLSearchParams, namespace: string | undefined): ListOptions => ({
  namespace,
  labelSelector: query.get('labelSelector') || undefined,
  fieldSelector: query.get('fieldSelector') || undefined,
})

/** Whether a watch asks for what there is before what changes; undefined where it does not say. */
export const sendInitialEvents = (query: URLSearchParams): boolean | undefined =>
  query.has('sendInitialEvents') ? flagOf(query, 'sendInitialEvents') : undefined

const field = 'resourceVersionMatch'
const withContinue = forbidden(field, `${field} is forbidden when continue is provided`)

/** What is wrong with how a list names the revision that it wants. */
export const listFaults = (query: URLSearchParams): readonly FieldError[] => [
  ...matchFaults(query),
  ...(query.has('sendInitialEvents')
    ? [forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list')]
    : []),
]

const matchFaults = (query: URLSearchParams): readonly FieldError[] => {
  const match = query.get(field)
  if (!match) return []
  const revision = query.get('resourceVersion') ?? ''
  return [
    ...(revision ? [] : [forbidden(field, `${field} is forbidden unless resourceVersion is provided`)]),
    ...(query.get('continue') ? [withContinue] : []),
    ...(['Exact', 'NotOlderThan'].includes(match)
      ? []
      : [notSupportedInOrder(field, match, ['Exact', 'NotOlderThan', ''])]),
    ...(match === 'Exact' && revision === '0'
      ? [forbidden(field, `${field} "exact" is forbidden for resourceVersion "0"`)]
      : []),
  ]
}

/** The same of a watch. */
export const watchFaults = (query: URLSearchParams): readonly FieldError[] => {
  const match = query.get(field) ?? ''
  const initial = sendInitialEvents(query)
  return [
    ...(initial !== undefined && match !== 'NotOlderThan'
      ? [forbidden(field, `sendInitialEvents requires setting ${field} to NotOlderThan`)]
      : []),
    ...(match && initial === undefined
      ? [forbidden(field, `${field} is forbidden for watch unless sendInitialEvents is provided`)]
      : []),
    ...(match && match !== 'NotOlderThan' ? [notSupported(field, match, ['NotOlderThan'])] : []),
    ...(query.get('continue') ? [withContinue] : []),
  ]
}
