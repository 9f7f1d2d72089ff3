import type { Endpoint, EndpointSlice } from '../../api/generated/types.ts'
import { sameJson } from '../../util/same-json.ts'
import type { PortGroup } from './desired.ts'
import { endpointKey, type SlicePlan } from './slices.ts'

export const mostPerSlice = 100

interface Repacking {
  readonly existing: readonly EndpointSlice[]
  readonly group: PortGroup
  readonly labels: Readonly<Record<string, string>>
  /** A slice that holds nothing yet. */
  fresh(): EndpointSlice
}

/**
 * Fits endpoints into slices with as few changes as can be: what is in a slice stays there, slices that change anyhow
 * are filled first (the fullest of them), what is left goes into the one slice that it fills best, or into new ones.
 */
export const repack = ({ existing, group, labels, fresh }: Repacking): SlicePlan => {
  const left = new Map(group.endpoints)
  const kept = existing.map(slice => keepIn(slice, left, labels))
  const rest = [...left.values()]
  const remove = kept.filter(({ state }) => state === 'empty').map(({ slice }) => slice)
  const changed = kept.filter(({ state }) => state === 'changed').map(({ slice }) => slice)
  const update = changed.toSorted((one, other) => sizeOf(other) - sizeOf(one)).map(slice => fill(slice, rest))
  const unchanged = kept.filter(({ state }) => state === 'same').map(({ slice }) => slice)
  const roomy = rest.length > 0 ? bestFit(unchanged, rest.length) : undefined
  if (roomy) update.push(fill(roomy, rest))
  const create: EndpointSlice[] = []
  while (rest.length > 0) create.push(fill(fresh(), rest))
  return { create, update, remove }
}

interface Kept {
  readonly slice: EndpointSlice
  readonly state: 'same' | 'changed' | 'empty'
}

/** The slice with what it still shall hold, which is taken out of `left`. */
const keepIn = (slice: EndpointSlice, left: Map<string, Endpoint>, labels: Repacking['labels']): Kept => {
  const before = slice.endpoints ?? []
  const endpoints = before.flatMap(endpoint => {
    const key = endpointKey(endpoint)
    const wanted = left.get(key)
    left.delete(key)
    return wanted ? [wanted] : []
  })
  if (before.length > 0 && endpoints.length === 0) return { slice, state: 'empty' }
  const isSame =
    endpoints.length === before.length &&
    endpoints.every((endpoint, index) => sameBesidesHints(endpoint, before[index])) &&
    sameJson(labels, slice.metadata.labels)
  if (isSame) return { slice, state: 'same' }
  return { slice: { ...slice, endpoints, metadata: { ...slice.metadata, labels } }, state: 'changed' }
}

// Hints are put on afterwards.
const sameBesidesHints = (endpoint: Endpoint, before: Endpoint | undefined): boolean => {
  const { hints: _, ...plain } = before ?? { addresses: [] }
  return sameJson(endpoint, plain)
}

/** Moves endpoints from the front of `rest` into the slice until it is full. */
const fill = (slice: EndpointSlice, rest: Endpoint[]): EndpointSlice => {
  const more = rest.splice(0, Math.max(0, mostPerSlice - sizeOf(slice)))
  return more.length === 0 ? slice : { ...slice, endpoints: [...(slice.endpoints ?? []), ...more] }
}

/** The slice that so many more endpoints would fill best without running over. */
const bestFit = (slices: readonly EndpointSlice[], more: number): EndpointSlice | undefined =>
  slices
    .filter(slice => sizeOf(slice) + more <= mostPerSlice)
    .reduce<EndpointSlice | undefined>(
      (best, slice) => (best && sizeOf(best) >= sizeOf(slice) ? best : slice),
      undefined,
    )

const sizeOf = ({ endpoints }: EndpointSlice): number => endpoints?.length ?? 0
