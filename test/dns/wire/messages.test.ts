import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/dns/message.ts'
import { decodeQuery, decodeReply } from '../../../src/dns/wire/decode.ts'
import { encodeQuery, encodeReply } from '../../../src/dns/wire/encode.ts'
import { aQuery } from '../../support/dns/dns-world.ts'

const replyWith = (type: string, data: string): Reply => ({
  rcode: 'NXDOMAIN',
  flags: { aa: true, tc: false, rd: true, ra: false, ad: false, cd: true },
  answers: [{ name: 'a.Example.org.', type, class: 'IN', ttl: 4_000_000_000, data }],
  authority: [],
  additional: [],
  edns: { version: 0, udpSize: 4096, dnssecOk: true, options: [{ code: 10, data: Uint8Array.of(1, 2) }] },
  tier: 'external',
})

describe('wire form', () => {
  test.for([
    { type: 'A', data: '192.0.2.1' },
    { type: 'AAAA', data: '2001:db8::1' },
    { type: 'AAAA', data: '::ffff:192.0.2.1' },
    { type: 'CNAME', data: 'B.example.org.' },
    { type: 'NS', data: 'example.org.' },
    { type: 'PTR', data: 'a\\.b.example.org.' },
    { type: 'MX', data: '10 mail.example.org.' },
    { type: 'SRV', data: '0 100 80 web.example.org.' },
    { type: 'SOA', data: 'ns.example.org. hostmaster.example.org. 4294967295 7200 1800 86400 30' },
    { type: 'TXT', data: '"one two" "\\"q\\" \\\\ \\001"' },
    { type: 'HINFO', data: '"ANY obsoleted" "See RFC 8482"' },
    { type: 'CAA', data: '0 issue "ca.example.org"' },
    { type: 'TYPE65280', data: '\\# 3 0a0bff' },
    { type: 'HTTPS', data: '\\# 0' },
  ])('$type $data', ({ type, data }) => {
    for (const compressed of [true, false]) {
      const reply = replyWith(type, data)
      const query = aQuery('a.example.org.', type)
      expect(decodeReply(encodeReply(query, { ...reply, compressed }), 'external')).toEqual({
        id: 7,
        question: query.question,
        reply,
      })
    }
  })

  test('a query', () => {
    const query = aQuery('Web.Default.', 'SRV', { edns: { version: 0, udpSize: 1232, dnssecOk: false, options: [] } })
    const { source: _, transport: __, ...sent } = query

    expect(decodeQuery(encodeQuery(query))).toEqual({ kind: 'query', query: sent })
  })

  const packet = encodeQuery(aQuery('a.example.org.'))
  const changed = (at: number, value: number): Uint8Array => packet.map((byte, index) => (index === at ? value : byte))
  test.for([
    { name: 'nothing', bytes: new Uint8Array(), expected: 'silence' },
    { name: 'eleven bytes', bytes: packet.slice(0, 11), expected: 'silence' },
    { name: 'a reply', bytes: changed(2, 0x81), expected: 'silence' },
    { name: 'an update', bytes: changed(2, 0x28), expected: 4 },
    { name: 'two questions', bytes: changed(5, 2), expected: 1 },
    { name: 'no question', bytes: changed(5, 0), expected: 1 },
    { name: 'three additional records', bytes: changed(11, 3), expected: 1 },
    { name: 'a name that runs past the end', bytes: packet.slice(0, 20), expected: 1 },
    { name: 'a pointer to itself', bytes: Uint8Array.of(...packet.slice(0, 12), 0xc0, 12, 0, 1, 0, 1), expected: 1 },
    { name: 'a label of 64', bytes: changed(12, 64), expected: 1 },
  ])('$name', ({ bytes, expected }) => {
    const decoded = decodeQuery(bytes)

    expect(decoded.kind === 'reject' ? (decoded.bytes[3] ?? 0) & 15 : decoded.kind).toBe(expected)
  })

  test.for([{ name: `${'a'.repeat(64)}.` }, { name: 'a..b.' }, { name: `${'abcdefg.'.repeat(32)}` }])(
    'refuses to write $name',
    ({ name }) => {
      expect(() => encodeQuery(aQuery(name))).toThrow()
    },
  )
})
