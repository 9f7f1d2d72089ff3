import type { Random } from '../../util/random.ts'
import { canonicalAddress } from '../address.ts'
import type { ResourceRecord } from '../message.ts'
import { fqdn } from '../names.ts'
import { type Arrange, isAddress } from './shuffle.ts'

type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>

interface WeightFile {
  readonly path: string
  /** Undefined as long as there is no such file. */
  readonly text: () => string | undefined
  readonly random: Random
}

/** One address comes first, each as often as its weight in a file says; one that the file does not name has 1. */
export const weighted = ({ path, text, random }: WeightFile): Arrange => {
  const weights = weightsOf(text() ?? '', path)
  const arranged = (records: readonly ResourceRecord[]): readonly ResourceRecord[] => {
    const addresses = records.filter(isAddress)
    if (addresses.length === 0) return records
    const aliases = records.filter(({ type }) => type === 'CNAME')
    const exchangers = records.filter(({ type }) => type === 'MX')
    const rest = records.filter(item => !isAddress(item) && item.type !== 'CNAME' && item.type !== 'MX')
    return [...aliases, ...rest, ...withOneFirst(addresses, weights, random), ...exchangers]
  }
  return (sections, { question }) =>
    ['A', 'AAAA', 'SRV'].includes(question.type)
      ? { ...sections, answers: arranged(sections.answers), additional: arranged(sections.additional) }
      : sections
}

const withOneFirst = (
  records: readonly ResourceRecord[],
  weights: Weights,
  random: Random,
): readonly ResourceRecord[] => {
  const sizes = records.map(({ name, data }) => weights.get(name)?.get(data) ?? 1)
  let left = random.below(sizes.reduce((sum, size) => sum + size, 0))
  const chosen = sizes.findIndex(size => {
    left -= size
    return left < 0
  })
  const [first, top] = [records[0], records[chosen]]
  if (!first || !top || chosen === 0) return records
  return records.map((item, index) => (index === 0 ? top : index === chosen ? first : item))
}

// A line is a name, or an address of it with its weight.
const weightsOf = (text: string, path: string): Weights => {
  const weights = new Map<string, Map<string, number>>()
  let current: Map<string, number> | undefined
  for (const line of text.split('\n').map(part => part.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const [first = '', weight, ...rest] = line.split(/\s+/)
    if (rest.length > 0) throw new Error(`could not parse weight line:"${line}" in weight file ${path}`)
    if (weight === undefined) {
      const name = nameOf(first, path)
      current = weights.get(name) ?? new Map()
      weights.set(name, current)
    } else addWeight(current, { address: first, weight, path })
  }
  return weights
}

const nameOf = (text: string, path: string): string => {
  if (canonicalAddress(text) === undefined) return fqdn(text)
  throw new Error(`wrong domain name:"${text}" in weight file ${path}. (Maybe a missing weight value?)`)
}

const addWeight = (
  into: Map<string, number> | undefined,
  { address, weight, path }: { readonly address: string; readonly weight: string; readonly path: string },
): void => {
  const known = canonicalAddress(address)
  if (known === undefined) throw new Error(`wrong IP address:"${address}" in weight file ${path}`)
  const size = /^\d+$/.test(weight) ? Number(weight) : 0
  if (size < 1 || size > 255) throw new Error(`wrong weight value:"${weight}" in weight file ${path}`)
  if (!into) throw new Error(`missing domain name in weight file ${path}`)
  if (!into.has(known)) into.set(known, size)
}
