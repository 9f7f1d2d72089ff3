import type { ResourceRecord } from '../message.ts'
import { isWithin, lower } from '../names.ts'
import { parseZone, zoneOf } from './parse.ts'
import type { Zone } from './zone.ts'

/**
 * The zones of a text that may hold several, one for each SOA in it, longest first. Records below none of them are in
 * a zone of the root that has no SOA. Throws ZoneError.
 */
export const parseZones = (text: string): readonly Zone[] => {
  const all = [...parseZone(text, '.').records.values()].flat()
  const origins = [...new Set(all.filter(({ type }) => type === 'SOA').map(({ name }) => lower(name)))]
  const sorted = origins.toSorted((left, right) => right.length - left.length)
  const groups = new Map<string, ResourceRecord[]>([...sorted, '.'].map(origin => [origin, []]))
  for (const item of all) {
    const origin = sorted.find(candidate => isWithin(candidate, lower(item.name))) ?? '.'
    groups.get(origin)?.push(item)
  }
  return [...groups].filter(([, records]) => records.length > 0).map(([origin, records]) => zoneOf(origin, records))
}
