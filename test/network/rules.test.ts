import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Node, Service } from '../../src/api/generated/types.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { duration } from '../../src/network/rules/nftables.ts'
import { type Mode, rulesText } from '../../src/network/rules/rules.ts'
import { viewOf } from '../support/dns/fixture-view.ts'

interface Recording {
  readonly name: string
  readonly title: string
  readonly node: string
  readonly mode: { readonly clusterCIDR: string }
  readonly objects: readonly KubeObject[]
  readonly iptables: Readonly<Record<'nat' | 'filter', readonly string[]>>
  readonly nft: readonly string[]
}

const folder = 'test/cases/kube-proxy'
const recordings = readdirSync(folder).map(file => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recording)
/** What kube-proxy programs without any Service of ours. */
const bare = recordings.find(({ name }) => name === 'externalname') as Recording

const textOf = ({ objects, node: name, mode: { clusterCIDR } }: Recording, mode: Mode): string => {
  const services = objects.filter(({ kind }) => kind === 'Service') as unknown as readonly Service[]
  const status = { addresses: [{ type: 'InternalIP', address: '172.18.0.3' }] }
  const node: Node = { apiVersion: 'v1', kind: 'Node', metadata: { name }, spec: {}, status }
  const view = viewOf(objects)
  return services.map(service => rulesText({ view, service, node, podRange: clusterCIDR, mode })).join('')
}

describe('rules of kube-proxy, as recorded', () => {
  test('there are recordings', () => {
    expect(recordings.length).toBeGreaterThan(20)
  })

  test.for(recordings)('iptables: $title', recording => {
    const { nat, filter } = recording.iptables
    const own = [...nat.filter(line => !bare.iptables.nat.includes(line)), ...filter.filter(isNew)]
    const written = textOf(recording, 'iptables')
      .split('\n')
      .filter(line => /^[:-]/.test(line))
    expect(byChain(written)).toEqual(byChain(own))
  })

  test.for(recordings)('nftables: $title', recording => {
    const known = blocksOf(bare.nft.join('\n'))
    const written = blocksOf(textOf(recording, 'nftables'))
    const recorded = [...blocksOf(recording.nft.join('\n'))]
      .map(([name, block]) => [name, without(block, known.get(name))] as const)
      .filter(([name, { lines, elements }]) => elements.length > 0 || (lines.length > 0 && !known.has(name)))
    const sorted = recorded.map(([name, block]) => [name, known.has(name) ? { ...block, lines: [] } : block] as const)
    expect(new Map([...written].toSorted())).toEqual(new Map(sorted.toSorted()))
  })

  test.for(recordings)('ipvs names every endpoint that nftables names: $title', recording => {
    const endpoints = (text: string): string[] =>
      [...new Set(text.match(/10\.244\.\d+\.\d+(:| \. )\d+(?= |,|$)/gm) ?? [])].map(one => one.replace(' . ', ':'))
    const fromNft = endpoints(
      textOf(recording, 'nftables')
        .replace(/set hairpin[^}]*}/g, '')
        .replace(/\[|\]/g, ''),
    )
    const fromIpvs = endpoints(textOf(recording, 'ipvs'))
    expect(fromIpvs.every(endpoint => fromNft.includes(endpoint))).toBe(true)
  })
})

const isNew = (line: string): boolean => !bare.iptables.filter.includes(line)

/** Rules by chain; those of the common chains in no order, for kube-proxy has none among Services there. */
const byChain = (lines: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const chainOf = (line: string): string => (line.startsWith(':') ? 'chains' : (line.split(' ')[1] ?? ''))
  const chains = [...new Set(lines.map(chainOf))].toSorted()
  return new Map(
    chains.map(chain => {
      const own = lines.filter(line => chainOf(line) === chain)
      return [chain, /^KUBE-(SVC|SVL|EXT|FW|SEP)-/.test(chain) ? own : own.toSorted()]
    }),
  )
}

interface Block {
  readonly lines: readonly string[]
  readonly elements: readonly string[]
}

/** The sets, maps and chains of a table; elements in no order. */
const blocksOf = (text: string): ReadonlyMap<string, Block> =>
  new Map(
    [...text.matchAll(/^\t((?:set|map|chain) \S+) \{\n([\s\S]*?)\n\t\}$/gm)].map(([, name = '', body = '']) => {
      const [plain = '', elements = ''] = body.split(/\t\telements = \{ /)
      const lines = plain.split('\n').map(line => line.trim())
      const items = elements
        .replace(/ \}$/, '')
        .split(/,\s*/)
        .map(item => item.trim())
      return [name, { lines: lines.filter(Boolean), elements: items.filter(Boolean).toSorted() }]
    }),
  )

const without = ({ lines, elements }: Block, known: Block | undefined): Block => ({
  lines,
  elements: elements.filter(element => !known?.elements.includes(element)),
})

describe('nft prints times', () => {
  test.for([
    [600, '10m'],
    [10800, '3h'],
    [86400, '1d'],
    [5400, '1h30m'],
    [61, '1m1s'],
  ] as const)('%d seconds', ([seconds, expected]) => {
    expect(duration(seconds)).toBe(expected)
  })
})
