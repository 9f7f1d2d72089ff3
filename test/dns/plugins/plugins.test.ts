import { describe, expect, test } from 'vitest'
import { flagWords } from '../../support/dns/dns-cases.ts'
import { answerLines, aQuery, aServer, fixedUpstream, stillClock } from '../../support/dns/dns-world.ts'
import { objectsOf } from '../../support/dns/fixture-view.ts'

const objects = objectsOf(['dns-fixtures/kubeadm-default.yaml'])
const kube = 'kubernetes cluster.local {\n ttl 30\n }\n forward . 10.1.1.1'
const web = 'web.default.svc.cluster.local.'

describe('plugins', () => {
  test.for([
    {
      name: 'local for a name below localhost',
      lines: 'local',
      asked: 'web.localhost.',
      expected: [],
    },
    {
      name: 'local for localhost in a search domain',
      lines: 'local',
      asked: 'localhost.example.com.',
      expected: ['localhost.example.com. 604800 A 127.0.0.1'],
    },
    {
      name: 'rewrite name exact',
      lines: `rewrite name shop.example.com ${web}`,
      asked: 'Shop.example.com.',
      expected: ['shop.example.com. 30 A 10.96.10.10'],
    },
    {
      name: 'rewrite name suffix',
      lines: 'rewrite name suffix .k8s.test .svc.cluster.local',
      asked: 'web.default.k8s.test.',
      expected: [`${web} 30 A 10.96.10.10`],
    },
    {
      name: 'rewrite name suffix answer auto',
      lines: 'rewrite name suffix .k8s.test .svc.cluster.local answer auto',
      asked: 'web.default.k8s.test.',
      expected: ['web.default.k8s.test. 30 A 10.96.10.10'],
    },
    {
      name: 'rewrite name regex with an answer',
      lines:
        'rewrite name regex (.*)\\.k8s\\.test {1}.svc.cluster.local answer name (.*)\\.svc\\.cluster\\.local {1}.k8s.test',
      asked: 'web.default.k8s.test.',
      expected: ['web.default.k8s.test. 30 A 10.96.10.10'],
    },
    {
      name: 'rewrite in a block',
      lines: 'rewrite stop {\n name regex (.*)\\.k8s\\.test {1}.svc.cluster.local\n answer auto\n }',
      asked: 'web.default.k8s.test.',
      expected: ['web.default.k8s.test. 30 A 10.96.10.10'],
    },
    {
      name: 'rewrite stops at the first rule',
      lines: 'rewrite name a.test b.test\nrewrite name b.test c.test',
      asked: 'a.test.',
      expected: ['a.test. 300 A 192.0.2.7'],
    },
    { name: 'rewrite ttl', lines: 'rewrite ttl suffix . 77', asked: web, expected: [`${web} 77 A 10.96.10.10`] },
    {
      name: 'hosts answers',
      lines: 'hosts {\n 10.0.0.9 nas.test NAS2.test # two\n fallthrough\n }',
      asked: 'nas2.test.',
      expected: ['nas2.test. 3600 A 10.0.0.9'],
    },
    {
      name: 'hosts of the other family',
      lines: 'hosts {\n fe80::1 nas.test\n ttl 60\n }',
      asked: 'nas.test.',
      expected: [],
    },
    {
      name: 'hosts falls through',
      lines: 'hosts {\n 10.0.0.9 nas.test\n fallthrough\n }',
      asked: web,
      expected: [`${web} 30 A 10.96.10.10`],
    },
    {
      name: 'hosts fails what it does not know',
      lines: 'hosts {\n 10.0.0.9 nas.test\n }',
      asked: web,
      expected: 'SERVFAIL',
    },
    {
      name: 'template',
      lines:
        'template IN A ip.test {\n match (?P<a>\\d+)-(\\d+)\\.ip\\.test\\.$\n answer "{{ .Name }} 60 IN A 10.0.{{ .Group.a }}.{{ index .Match 2 }}"\n }',
      asked: '3-4.ip.test.',
      expected: ['3-4.ip.test. 60 A 10.0.3.4'],
    },
    {
      name: 'template that does not match',
      lines: 'template IN A ip.test {\n match ^x\n answer "{{ .Name }} 60 IN A 10.0.0.1"\n }',
      asked: 'a.ip.test.',
      expected: 'SERVFAIL',
    },
    {
      name: 'template with a code',
      lines: 'template ANY ANY gone.test {\n rcode NXDOMAIN\n }',
      asked: 'a.gone.test.',
      expected: 'NXDOMAIN',
    },
    { name: 'acl blocks', lines: 'acl {\n block type A net 10.244.0.0/16\n }', asked: web, expected: 'REFUSED' },
    {
      name: 'acl filters other networks only',
      lines: 'acl {\n filter net 10.245.0.0/16\n }',
      asked: web,
      expected: [`${web} 30 A 10.96.10.10`],
    },
  ])('$name', async ({ lines, asked, expected }) => {
    const reply = await aServer(`. {\n${lines}\n${kube}\n}`, { objects }).answer(aQuery(asked))

    expect(typeof expected === 'string' ? reply.rcode : answerLines(reply)).toEqual(expected)
  })

  test('rewrite answer auto changes SRV targets', async () => {
    const server = aServer(`. {\nrewrite name suffix .k8s.test .svc.cluster.local answer auto\n${kube}\n}`, { objects })
    const { answers } = await server.answer(aQuery('_http._tcp.web.default.k8s.test.', 'SRV'))

    expect(answers[0]?.data).toBe('0 100 80 web.default.k8s.test.')
  })

  test('acl drops', async () => {
    expect(await aServer('. {\nacl {\n drop\n}\nwhoami\n}').exchange(aQuery('x.'))).toEqual({ outcome: 'timeout' })
  })

  test('cache counts down and claims authority', async () => {
    const clock = stillClock()
    const exchange = fixedUpstream()
    const server = aServer('. {\ncache 30\nforward . 10.1.1.1\n}', { clock, exchange })
    const ask = async () => {
      const reply = await server.answer(aQuery('A.test.'))
      return [...answerLines(reply), flagWords(reply), exchange.count]
    }

    expect(await ask()).toEqual(['A.test. 30 A 192.0.2.7', 'qr rd ra', 1])
    clock.advance(12)
    expect(await ask()).toEqual(['A.test. 18 A 192.0.2.7', 'qr aa rd ra', 1])
    clock.advance(18)
    expect(await ask()).toEqual(['A.test. 30 A 192.0.2.7', 'qr rd ra', 2])
  })

  test.for([
    { policy: 'sequential', expected: ['10.0.0.1', '10.0.0.1', '10.0.0.1'] },
    { policy: 'round_robin', expected: ['10.0.0.1', '10.0.0.2', '10.0.0.1'] },
  ])('forward $policy', async ({ policy, expected }) => {
    const exchange = fixedUpstream()
    const server = aServer(`. {\nforward . 10.0.0.1 10.0.0.2 {\n policy ${policy}\n}\n}`, { exchange })
    for (const name of ['a.', 'b.', 'c.']) await server.answer(aQuery(name))

    expect(exchange.servers).toEqual(expected)
  })

  test.for([
    { outcome: 'timeout', error: 'i/o timeout', milliseconds: 4000 },
    { outcome: 'refused', error: 'connection refused', milliseconds: 0 },
  ] as const)('forward to a server that gives $outcome', async ({ outcome, error, milliseconds }) => {
    const lines: string[] = []
    const server = aServer('. {\nerrors\nforward . 10.0.0.1\n}', {
      exchange: async () => ({ outcome }),
      log: line => lines.push(line),
    })
    const reply = await server.answer(aQuery('a.'))

    expect(reply).toMatchObject({ rcode: 'SERVFAIL', milliseconds })
    expect(lines).toEqual([expect.stringMatching(`^\\[ERROR\\] plugin/errors: 2 a\\. A: read.*${error}$`)])
  })

  test('log writes a line', async () => {
    const lines: string[] = []
    await aServer(`. {\nlog\n${kube}\n}`, { objects, log: line => lines.push(line) }).answer(aQuery(web))

    expect(lines).toEqual([
      expect.stringMatching(
        /^\[INFO\] 10\.244\.1\.9:40000 - 7 "A IN web\.default\.svc\.cluster\.local\. udp 47 false 512" NOERROR qr,aa,rd 92 0\.\d{9}s$/,
      ),
    ])
  })

  test('loadbalance shuffles addresses and leaves the rest', async () => {
    const server = aServer(`. {\nloadbalance\n${kube}\n}`, { objects })
    const orders = new Set<string>()
    for (let turn = 0; turn < 30; turn++) {
      const { answers } = await server.answer(aQuery('workers.prod.svc.cluster.local.'))
      orders.add(answers.map(({ data }) => data).join())
    }
    expect(orders.size).toBe(6)
  })

  test('a template whose alias leads to itself ends', async () => {
    const server = aServer('. {\ntemplate IN A {\n answer "{{ .Name }} 60 IN CNAME a{{ .Name }}"\n}\n}')

    expect((await server.answer(aQuery('x.'))).answers.length).toBeLessThan(12)
  })
})
