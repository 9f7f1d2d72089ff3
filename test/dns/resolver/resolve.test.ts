import { expect, test } from 'vitest'
import type { Exchange, Transport } from '../../../src/dns/message.ts'
import { parseResolvConf } from '../../../src/dns/resolver/resolv-conf.ts'
import { type Resolver, resolve } from '../../../src/dns/resolver/resolve.ts'
import type { Libc } from '../../../src/dns/resolver/search-list.ts'
import { seededRandom } from '../../../src/util/random.ts'

type Kind = 'found' | 'nodata' | 'nxdomain' | 'servfail' | 'silent' | 'refused'

const exchangeOf = (kind: Kind, name: string, type: string): Exchange => {
  if (kind === 'silent') return { outcome: 'timeout' }
  if (kind === 'refused') return { outcome: 'refused' }
  const rcode = kind === 'nxdomain' ? 'NXDOMAIN' : kind === 'servfail' ? 'SERVFAIL' : 'NOERROR'
  const answers = kind === 'found' && type === 'A' ? [{ name, type, class: 'IN', ttl: 30, data: '10.0.0.1' }] : []
  const flags = { aa: true, tc: false, rd: true, ra: false, ad: false, cd: false }
  return {
    outcome: 'reply',
    milliseconds: 1,
    reply: { rcode, flags, answers, authority: [], additional: [], tier: 'cluster' },
  }
}

const resolverOf = (libc: Libc, kinds: Readonly<Record<string, Kind>>): Resolver & { waited: number } => {
  const transport: Transport = async ({ question: { name, type } }) => exchangeOf(kinds[name] ?? 'nxdomain', name, type)
  const resolver = {
    waited: 0,
    transport,
    address: '10.244.1.5',
    random: seededRandom(1),
    clock: { now: () => 0 },
    wait(milliseconds: number) {
      resolver.waited += milliseconds
    },
    resolvConf: parseResolvConf('search a.b b\nnameserver 10.96.0.10\noptions ndots:2\n'),
    hosts: [{ address: '127.0.0.1', names: ['localhost'] }],
    libc,
  }
  return resolver
}

const rows: readonly { name: string; libc: Libc; kinds: Record<string, Kind>; asks: string; outcome: string }[] = [
  { name: 'x', libc: 'glibc', kinds: { 'x.b.': 'found' }, asks: 'x.a.b. x.b.', outcome: 'answer' },
  { name: 'x', libc: 'musl', kinds: { 'x.b.': 'found' }, asks: 'x.a.b. x.b.', outcome: 'answer' },
  { name: 'x', libc: 'glibc', kinds: {}, asks: 'x.a.b. x.b. x.', outcome: 'nxdomain' },
  { name: 'x', libc: 'musl', kinds: {}, asks: 'x.a.b. x.b. x.', outcome: 'nxdomain' },
  { name: 'x.', libc: 'glibc', kinds: {}, asks: 'x.', outcome: 'nxdomain' },
  { name: 'x.', libc: 'musl', kinds: {}, asks: 'x.', outcome: 'nxdomain' },
  { name: 'x.y.z', libc: 'glibc', kinds: {}, asks: 'x.y.z. x.y.z.a.b. x.y.z.b.', outcome: 'nxdomain' },
  { name: 'x.y.z', libc: 'musl', kinds: {}, asks: 'x.y.z.', outcome: 'nxdomain' },
  { name: 'x', libc: 'glibc', kinds: { 'x.a.b.': 'nodata', 'x.b.': 'found' }, asks: 'x.a.b. x.b.', outcome: 'answer' },
  { name: 'x', libc: 'musl', kinds: { 'x.a.b.': 'nodata', 'x.b.': 'found' }, asks: 'x.a.b.', outcome: 'nodata' },
  { name: 'x', libc: 'glibc', kinds: { 'x.a.b.': 'servfail' }, asks: 'x.a.b. x.b. x.', outcome: 'servfail' },
  { name: 'x', libc: 'musl', kinds: { 'x.a.b.': 'servfail' }, asks: 'x.a.b.', outcome: 'servfail' },
  { name: 'x', libc: 'glibc', kinds: { 'x.a.b.': 'refused' }, asks: 'x.a.b.', outcome: 'refused' },
  { name: 'localhost', libc: 'glibc', kinds: {}, asks: '', outcome: 'answer' },
  { name: '10.1.2.3', libc: 'musl', kinds: {}, asks: '', outcome: 'answer' },
]

test.for(rows)('$libc asks for $name: $asks', async ({ name, libc, kinds, asks, outcome }) => {
  const resolution = await resolve(resolverOf(libc, kinds), name)
  const asked = resolution.steps.filter(({ question }) => question.type === 'A').map(({ question }) => question.name)

  expect([...new Set(asked)].join(' ')).toBe(asks)
  expect(resolution.outcome).toBe(outcome)
  expect(resolution.addresses.length > 0).toBe(outcome === 'answer')
})

test.for<{ libc: Libc; seconds: number }>([
  { libc: 'glibc', seconds: 20 },
  { libc: 'musl', seconds: 5 },
])('$libc waits $seconds seconds for a silent server', async ({ libc, seconds }) => {
  const resolver = resolverOf(libc, { 'x.a.b.': 'silent', 'x.': 'silent' })
  const { outcome } = await resolve(resolver, 'x')

  expect({ outcome, seconds: resolver.waited / 1000 }).toEqual({ outcome: 'timeout', seconds })
})
