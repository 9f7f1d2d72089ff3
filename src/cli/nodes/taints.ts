import { isLabelKey, isLabelValue } from '../../api/validation/qualified-name.ts'
import { goQuote } from '../../util/go-quote.ts'
import { throwAll } from '../errors.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** A taint; an empty effect stands for any. */
export interface TaintSpec {
  readonly key: string
  readonly value?: string | undefined
  readonly effect: string
}

export interface TaintChanges {
  readonly add: readonly TaintSpec[]
  readonly remove: readonly TaintSpec[]
}

/** Parts operands into what names nodes and taints (`KEY=VALUE:EFFECT`, `KEY:EFFECT-`, `KEY-`). */
export const splitTaints = (
  args: readonly string[],
): { readonly resources: readonly string[]; readonly taints: readonly string[] } => {
  const isTaint = (word: string): boolean => /[=:]|-$/.test(word)
  const first = args.findIndex(isTaint)
  if (first < 0) return { resources: args, taints: [] }
  const stray = args.slice(first).find(word => !isTaint(word))
  if (stray !== undefined) throw new Error(`all resources must be specified before taint changes: ${stray}`)
  return { resources: args.slice(0, first), taints: args.slice(first) }
}

export const parseTaints = (words: readonly string[]): TaintChanges => {
  const add: TaintSpec[] = []
  const remove: TaintSpec[] = []
  for (const word of words) {
    if (word.endsWith('-')) remove.push(parseTaint(word.slice(0, -1)))
    else add.push(parseNew(word, add))
  }
  return { add, remove }
}

const parseNew = (word: string, before: readonly TaintSpec[]): TaintSpec => {
  const taint = parseTaint(word)
  if (taint.effect === '') throw new Error(`invalid taint spec: ${word}`)
  if (before.some(other => isAlike(other, taint))) {
    throw new Error(
      `duplicated taints with the same key and effect: {${taint.key} ${taint.value ?? ''} ${taint.effect} <nil>}`,
    )
  }
  return taint
}

const parseTaint = (text: string): TaintSpec => {
  const invalid = (more = ''): Error => new Error(`invalid taint spec: ${text}${more}`)
  const [pair = '', effect = '', ...others] = text.split(':')
  if (others.length > 0) throw invalid()
  if (text.includes(':') && !effects.includes(effect)) {
    throw new Error(`invalid taint effect: ${effect}, unsupported taint effect`)
  }
  const [key = '', value, ...more] = text.includes(':') ? pair.split('=') : [text]
  if (more.length > 0) throw invalid()
  const faults = value === undefined ? [] : isLabelValue(value)
  if (faults.length > 0) throw invalid(`, ${faults.join('; ')}`)
  const keyFaults = isLabelKey(key)
  if (keyFaults.length > 0) throw invalid(`, ${keyFaults.join('; ')}`)
  return { key, ...(value ? { value } : {}), effect }
}

const isAlike = (left: TaintSpec, right: TaintSpec): boolean => left.key === right.key && left.effect === right.effect

/** The taints as they shall be, and the word for what was done. Throws where one to take away is not there. */
export const updatedTaints = (
  old: readonly TaintSpec[],
  { add, remove }: TaintChanges,
  { node, overwrite }: { readonly node: string; readonly overwrite: boolean },
): { readonly taints: readonly TaintSpec[]; readonly did: string } => {
  const known = add.filter(taint => old.some(other => isAlike(other, taint)))
  if (!overwrite && known.length > 0) {
    const keys = known.map(({ key }) => key).join(',')
    throw new Error(`node ${node} already has ${keys} taint(s) with same effect(s) and --overwrite is false`)
  }
  const all = [...add, ...old.filter(taint => !add.some(other => isAlike(other, taint)))]
  const taints = without(remove, all)
  const isAdded = all.length !== old.length
  if ((isAdded && remove.length > 0) || overwrite) return { taints, did: 'modified' }
  return { taints, did: isAdded ? 'tainted' : 'untainted' }
}

const without = (remove: readonly TaintSpec[], taints: readonly TaintSpec[]): readonly TaintSpec[] => {
  const missing: Error[] = []
  let left = taints
  for (const wanted of remove) {
    const others = left.filter(taint => !fits(wanted, taint))
    if (others.length === left.length) missing.push(new Error(`taint ${goQuote(taintText(wanted))} not found`))
    left = others
  }
  throwAll(missing)
  return left
}

const fits = (wanted: TaintSpec, taint: TaintSpec): boolean =>
  wanted.key === taint.key && (wanted.effect === '' || wanted.effect === taint.effect)

const taintText = ({ key, value, effect }: TaintSpec): string =>
  `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`
