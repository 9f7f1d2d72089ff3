import type { Endpoint, EndpointHints, EndpointSlice, Service } from '../../api/generated/types.ts'
import { sameJson } from '../../util/same-json.ts'

/** The slices with hints of who shall use each endpoint, as the Service's trafficDistribution asks; without, none. */
export const withHints = (slice: EndpointSlice, { spec }: Service): EndpointSlice => {
  const endpoints = (slice.endpoints ?? []).map(endpoint =>
    hinted(endpoint, hintsOf(endpoint, spec.trafficDistribution)),
  )
  return sameJson(endpoints, slice.endpoints ?? []) ? slice : { ...slice, endpoints }
}

const hinted = ({ hints: _, ...endpoint }: Endpoint, hints: EndpointHints | undefined): Endpoint =>
  hints ? { ...endpoint, hints } : endpoint

const hintsOf = ({ conditions, nodeName, zone }: Endpoint, wanted: string | undefined): EndpointHints | undefined => {
  if (!wanted || conditions?.ready === false) return undefined
  const forZones = zone ? { forZones: [{ name: zone }] } : undefined
  if (wanted !== 'PreferSameNode') return forZones
  return nodeName ? { forNodes: [{ name: nodeName }], ...forZones } : undefined
}
