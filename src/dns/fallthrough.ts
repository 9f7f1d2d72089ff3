import { normalizeZones } from './corefile/normalize.ts'
import { isWithin, lower } from './names.ts'

/** The zones of a `fallthrough` line; without arguments it is every name. */
export const fallthroughZones = (args: readonly string[]): readonly string[] =>
  args.length === 0 ? ['.'] : args.flatMap(normalizeZones)

/** Whether a name that a plugin does not know goes on to the next one. */
export const fallsThrough = (zones: readonly string[], name: string): boolean =>
  zones.length > 0 && zones.some(zone => isWithin(zone, lower(name)))
