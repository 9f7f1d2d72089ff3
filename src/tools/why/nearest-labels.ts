import type { Labels } from '../../api/meta.ts'
import { labelText } from './commands.ts'
import { distance } from './near.ts'

/** Labels that somebody may have meant, and how they differ from what was written. */
export interface NearLabels {
  readonly labels: Labels
  readonly differences: readonly string[]
}

/** Of the labels that objects have, those that a selector comes nearest to; undefined if all are far off. */
export const nearestLabels = (wanted: Labels, candidates: readonly Labels[]): NearLabels | undefined => {
  const near = candidates
    .map(labels => nearTo(wanted, labels))
    .filter(found => found !== undefined)
    .toSorted((left, right) => left.far - right.far)
  return near[0]
}

interface Term {
  readonly label: readonly [key: string, value: string]
  readonly far: number
  readonly difference?: string
}

const nearTo = (wanted: Labels, labels: Labels): (NearLabels & { readonly far: number }) | undefined => {
  const terms = Object.entries(wanted).map(([key, value]) => nearestTerm(key, value, labels))
  if (!terms.every(term => term !== undefined)) return undefined
  return {
    labels: Object.fromEntries(terms.map(({ label }) => label)),
    differences: terms.flatMap(({ difference }) => (difference ? [difference] : [])),
    far: terms.reduce((sum, { far }) => sum + far, 0),
  }
}

const nearestTerm = (key: string, value: string, labels: Labels): Term | undefined =>
  Object.entries(labels)
    .flatMap(([otherKey, otherValue]): readonly Term[] => {
      const keys = distance(key, otherKey)
      const values = distance(value, otherValue)
      const label = [otherKey, otherValue] as const
      if (keys === 0 && values === 0) return [{ label, far: 0 }]
      if (keys === 0 && values !== undefined)
        return [{ label, far: values, difference: valueSlip(key, value, otherValue) }]
      // The same value under another key may be any key: `app`, `run`, `app.kubernetes.io/name`.
      if (values === 0) return [{ label, far: keys ?? 7, difference: keySlip(key, otherKey) }]
      return keys !== undefined && values !== undefined
        ? [
            {
              label,
              far: keys + values + 3,
              difference: `${key}=${value} is written, the pods have ${otherKey}=${otherValue}`,
            },
          ]
        : []
    })
    .toSorted((left, right) => left.far - right.far)[0]

const slipName = (written: string, meant: string): string =>
  written.toLowerCase() === meant.toLowerCase() ? ' (capitals count)' : ''

const valueSlip = (key: string, written: string, meant: string): string =>
  `the value of ${key} is ${written}, the pods have ${meant}${slipName(written, meant)}`

const keySlip = (written: string, meant: string): string =>
  `the key is ${written}, the pods have ${meant}${slipName(written, meant)}`

/** The labels of these keys where all that have them have the same: nothing else can be meant. */
export const onlyLabels = (wanted: Labels, candidates: readonly Labels[]): NearLabels | undefined => {
  const keys = Object.keys(wanted)
  const others = candidates
    .filter(labels => keys.length > 0 && keys.every(key => Object.hasOwn(labels, key)))
    .map(labels => Object.fromEntries(keys.map(key => [key, labels[key] ?? ''])))
  const distinct = new Map(others.map(labels => [labelText(labels), labels]))
  const [labels] = distinct.values()
  if (!labels || distinct.size > 1) return undefined
  const differences = keys.flatMap(key =>
    labels[key] === wanted[key] ? [] : [valueSlip(key, wanted[key] ?? '', labels[key] ?? '')],
  )
  return { labels, differences }
}

/** Labels that agree with a part of a selector: what else it asks for has another value, or no label at all. */
export const partOfLabels = (wanted: Labels, candidates: readonly Labels[]): NearLabels | undefined => {
  const agreeing = (labels: Labels): number =>
    Object.entries(wanted).filter(([key, value]) => labels[key] === value).length
  const [best] = candidates.toSorted((left, right) => agreeing(right) - agreeing(left))
  if (!best || agreeing(best) === 0) return undefined
  const keys = Object.keys(wanted)
  return {
    labels: Object.fromEntries(keys.flatMap(key => (best[key] === undefined ? [] : [[key, best[key]]]))),
    differences: keys.flatMap(key => {
      if (best[key] === wanted[key]) return []
      return [best[key] === undefined ? `the pods have no label ${key}` : valueSlip(key, wanted[key] ?? '', best[key])]
    }),
  }
}
