import { describe, expect, test } from 'vitest'
import type { Exchange, Query } from '../../../src/dns/message.ts'
import { answerLines, aQuery, aServer, fixedUpstream, stillClock } from '../../support/dns/dns-world.ts'

const edns = (options: readonly { code: number; data: Uint8Array }[] = [], udpSize = 4096) => ({
  edns: { version: 0, udpSize, dnssecOk: false, options },
})
const ipv6 = { source: { address: '2001:db8::1', port: 40000 } }
const hosts = (lines: string): string => `hosts {\n${lines}\n fallthrough\n}`

/** An upstream with a code for each server. */
const upstreamOf =
  (codes: Readonly<Record<string, 'NOERROR' | 'SERVFAIL' | 'NXDOMAIN'>>) =>
  async (query: Query, server: { readonly address: string; readonly port: number }): Promise<Exchange> => {
    const result = await fixedUpstream(server.address)(query, server)
    const rcode = codes[server.address] ?? 'NOERROR'
    if (result.outcome !== 'reply') return result
    return { ...result, reply: { ...result.reply, rcode, answers: rcode === 'NOERROR' ? result.reply.answers : [] } }
  }

describe('answers', () => {
  test.for([
    {
      name: 'dns64 makes an address',
      lines: `dns64\n${hosts('10.0.0.9 a.test')}`,
      query: aQuery('a.test.', 'AAAA', ipv6),
      expected: ['a.test. 600 AAAA 64:ff9b::a00:9'],
    },
    {
      name: 'dns64 leaves one that is there',
      lines: `dns64\n${hosts('10.0.0.9 a.test\n fd00::9 a.test')}`,
      query: aQuery('a.test.', 'AAAA', ipv6),
      expected: ['a.test. 3600 AAAA fd00::9'],
    },
    {
      name: 'dns64 is for clients with IPv6',
      lines: `dns64\n${hosts('10.0.0.9 a.test')}`,
      query: aQuery('a.test.', 'AAAA'),
      expected: [],
    },
    {
      name: 'dns64 with a shorter prefix skips the ninth byte',
      lines: `dns64 {\n prefix 2001:db8::/32\n allow_ipv4\n}\n${hosts('192.0.2.33 a.test')}`,
      query: aQuery('a.test.', 'AAAA'),
      expected: ['a.test. 600 AAAA 2001:db8:c000:221::'],
    },
    {
      name: 'chaos tells its version',
      lines: 'chaos kubesim-test',
      query: aQuery('x.', 'TXT', { question: { name: 'version.bind.', type: 'TXT', class: 'CH' } }),
      expected: ['version.bind. 0 TXT "kubesim-test"'],
    },
    {
      name: 'rewrite cname asks for the other target',
      lines: `rewrite cname exact old.test. new.test.\n${hosts('10.0.0.9 new.test')}\ntemplate IN A a.test {\n answer "{{ .Name }} 60 IN CNAME old.test."\n}`,
      query: aQuery('a.test.'),
      expected: ['a.test. 60 CNAME new.test.', 'new.test. 3600 A 10.0.0.9'],
    },
    {
      name: 'loadbalance prefers a network',
      lines: `loadbalance {\n prefer 10.2.0.0/16 10.1.0.0/16\n}\n${hosts('10.3.0.1 a.test\n 10.1.0.1 a.test\n 10.2.0.1 a.test')}`,
      query: aQuery('a.test.'),
      expected: ['a.test. 3600 A 10.2.0.1', 'a.test. 3600 A 10.1.0.1', 'a.test. 3600 A 10.3.0.1'],
    },
    {
      name: 'hosts passes types on that it does not keep',
      lines:
        'hosts {\n 10.0.0.9 a.test\n fallthrough_unsupported\n}\ntemplate IN MX a.test {\n rcode NXDOMAIN\n}\nforward . 10.0.0.1',
      query: aQuery('a.test.', 'TXT'),
      expected: [],
    },
  ])('$name', async ({ lines, query, expected }) => {
    expect(answerLines(await aServer(`. {\n${lines}\n}`).answer(query))).toEqual(expected)
  })

  test.for([
    {
      name: 'failover asks another server',
      lines: 'forward . 10.0.0.1 10.0.0.2 {\n policy sequential\n failover SERVFAIL\n}',
    },
    {
      name: 'next asks the next line',
      lines: 'forward . 10.0.0.1 {\n next SERVFAIL\n}\nforward . 10.0.0.2',
    },
  ])('forward: $name', async ({ lines }) => {
    const exchange = upstreamOf({ '10.0.0.1': 'SERVFAIL' })
    const reply = await aServer(`. {\n${lines}\n}`, { exchange }).answer(aQuery('a.test.'))

    expect(answerLines(reply)).toEqual(['a.test. 300 A 10.0.0.2'])
  })

  test('weighted: an address comes first as often as its weight says', async () => {
    const env = { upstreams: [], addresses: [], readFile: () => 'a.test\n10.0.0.1 9\n10.0.0.2 1\n' }
    const server = aServer(`. {\nloadbalance weighted /weights\n${hosts('10.0.0.1 a.test\n 10.0.0.2 a.test')}\n}`, {
      env,
    })
    let first = 0
    for (let turn = 0; turn < 200; turn++) {
      const { answers } = await server.answer(aQuery('a.test.'))
      if (answers[0]?.data === '10.0.0.1') first++
    }

    expect(first).toBeGreaterThan(150)
    expect(first).toBeLessThan(200)
  })

  test.for([
    { name: 'bufsize limits what a client offers', lines: 'bufsize 1232', sent: edns(), size: 1232, options: [] },
    { name: 'a smaller offer stays', lines: 'bufsize 1232', sent: edns([], 600), size: 600, options: [] },
    {
      name: 'nsid tells who the server is',
      lines: 'nsid one',
      sent: edns([{ code: 3, data: new Uint8Array() }]),
      size: 4096,
      options: [{ code: 3, data: new TextEncoder().encode('one') }],
    },
  ])('$name', async ({ lines, sent, size, options }) => {
    const reply = await aServer(`. {\n${lines}\nwhoami\n}`).answer(aQuery('a.test.', 'A', sent))

    expect(reply.edns).toMatchObject({ udpSize: size, options })
  })

  test.for([
    { name: 'a local option', rule: 'local set 0xffee abc', code: 0xffee, data: [97, 98, 99] },
    { name: 'the address of the client', rule: 'local set 0xffed {client_ip}', code: 0xffed, data: [10, 244, 1, 9] },
    { name: 'the network of the client', rule: 'subnet set 20 56', code: 8, data: [0, 1, 20, 0, 10, 244, 0] },
  ])('rewrite edns0 sends $name upstream', async ({ rule, code, data }) => {
    let seen: Query | undefined
    const exchange = async (query: Query): Promise<Exchange> => {
      seen = query
      return { outcome: 'refused' }
    }
    await aServer(`. {\nrewrite edns0 ${rule}\nforward . 10.0.0.1\n}`, { exchange }).answer(aQuery('a.test.'))

    expect(seen?.edns?.options).toEqual([{ code, data: Uint8Array.from(data) }])
  })

  test.for([
    { mode: 'immediate', ttl: 0 },
    { mode: 'verify', ttl: 5 },
  ])('serve_stale $mode gives an old answer', async ({ mode, ttl }) => {
    const clock = stillClock()
    const server = aServer(`. {\ncache 5 {\n serve_stale 1h ${mode}\n}\nforward . 10.0.0.1\n}`, { clock })
    await server.answer(aQuery('a.test.'))
    clock.advance(60)

    expect((await server.answer(aQuery('a.test.'))).answers[0]?.ttl).toBe(ttl)
    expect((await server.answer(aQuery('a.test.'))).answers[0]?.ttl).toBe(5)
  })

  test('errors of one kind are counted', async () => {
    const [lines, clock] = [[] as string[], stillClock()]
    const corefile = '. {\nerrors {\n consolidate 1m refused$ warning\n}\nforward . 10.0.0.1\n}'
    const exchange = async (): Promise<Exchange> => ({ outcome: 'refused' })
    const server = aServer(corefile, { clock, exchange, log: line => lines.push(line) })
    for (let turn = 0; turn < 3; turn++) await server.answer(aQuery('a.'))
    expect(lines).toEqual([])
    clock.advance(60)
    await server.answer(aQuery('a.'))

    expect(lines).toEqual(["[WARNING] plugin/errors: 3 errors like 'refused$' occurred in last 1m0s"])
  })

  test.for([
    { name: 'a format', line: 'log . "{remote} {name} {>opcode} {what}"', expected: ['[INFO] 10.244.1.9 a.test. 0 -'] },
    { name: 'only denials', line: 'log {\n class denial\n}', expected: [] },
    { name: 'another zone', line: 'log b.test', expected: [] },
    {
      name: 'a code that nobody wrote',
      line: 'log . "{rcode} {>rflags} {rsize}"',
      asked: 'b.test.',
      expected: ['[INFO] SERVFAIL qr,rd 24'],
    },
  ])('log: $name', async ({ line, asked = 'a.test.', expected }) => {
    const lines: string[] = []
    const server = aServer(`. {\n${line}\nhosts {\n 10.0.0.9 a.test\n}\n}`, { log: text => lines.push(text) })
    await server.answer(aQuery(asked))

    expect(lines).toEqual(expected)
  })
})
