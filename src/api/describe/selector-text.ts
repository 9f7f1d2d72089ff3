import { compareBytes } from '../../util/compare.ts'
import type { Labels } from '../meta.ts'

/** A selector that is a plain map, in one line: `app=web,tier=front`; `<none>` for an empty one. */
export const mapText = (map: Labels | undefined): string =>
  Object.entries(map ?? {})
    .toSorted(([left], [right]) => compareBytes(left, right))
    .map(([key, value]) => `${key}=${value}`)
    .join(',') || '<none>'
