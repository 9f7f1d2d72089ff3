import { compareBytes } from '../../../util/compare.ts'

/** `app=web,tier=front`, sorted by key; `<none>` of nothing. */
export const formatMap = (map: Readonly<Record<string, string>> = {}): string =>
  Object.entries(map)
    .toSorted(([left], [right]) => compareBytes(left, right))
    .map(([key, value]) => `${key}=${value}`)
    .join(',') || '<none>'
