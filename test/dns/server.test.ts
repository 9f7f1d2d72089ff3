import { describe, expect, test } from 'vitest'
import { flagWords } from '../support/dns/dns-cases.ts'
import { answerLines, aQuery, aServer } from '../support/dns/dns-world.ts'
import { objectsOf } from '../support/dns/fixture-view.ts'

const objects = objectsOf(['dns-fixtures/kubeadm-default.yaml'])
const kubernetes = aServer('. {\n kubernetes cluster.local {\n ttl 30\n }\n}', { objects })
const edns = (version = 0, options: { code: number; data: Uint8Array }[] = []) => ({
  edns: { version, udpSize: 1232, dnssecOk: false, options },
})
const cookie = { code: 10, data: new Uint8Array(8) }

describe('name server', () => {
  test.for([
    {
      name: 'answers with authority',
      query: aQuery('web.default.svc.cluster.local.'),
      rcode: 'NOERROR',
      flags: 'qr aa rd',
    },
    {
      name: 'copies cd, drops ad',
      query: aQuery('web.default.svc.cluster.local.', 'A', { flags: { rd: false, cd: true, ad: true } }),
      rcode: 'NOERROR',
      flags: 'qr aa cd',
    },
    {
      name: 'refuses another class',
      query: aQuery('x.', 'A', { question: { name: 'x.', type: 'A', class: 'CH' } }),
      rcode: 'REFUSED',
      flags: 'qr rd',
    },
    { name: 'does not know updates', query: aQuery('x.', 'A', { opcode: 'UPDATE' }), rcode: 'NOTIMP', flags: 'qr rd' },
    { name: 'fails without a plugin for the name', query: aQuery('x.'), rcode: 'SERVFAIL', flags: 'qr rd' },
    {
      name: 'knows one version of EDNS',
      query: aQuery('x.', 'A', edns(1, [cookie])),
      rcode: 'BADVERS',
      flags: 'qr rd',
    },
  ])('$name', async ({ query, rcode, flags }) => {
    const reply = await kubernetes.answer(query)

    expect({ rcode: reply.rcode, flags: flagWords(reply) }).toEqual({ rcode, flags })
  })

  test('sends EDNS back as it came, without options it does not know', async () => {
    const reply = await kubernetes.answer(
      aQuery('cluster.local.', 'SOA', edns(0, [cookie, { code: 8, data: new Uint8Array(4) }])),
    )

    expect(reply.edns).toEqual({ version: 0, udpSize: 1232, dnssecOk: false, options: [cookie] })
  })

  test('a bad version gets an empty size', async () => {
    expect((await kubernetes.answer(aQuery('x.', 'A', edns(3)))).edns?.udpSize).toBe(0)
  })

  test.for([
    { name: 'the longest zone wins', asked: 'a.corp.local.', port: 53, expected: ['a.corp.local. 300 A 192.0.2.7'] },
    { name: 'no zone', asked: 'example.org.', port: 53, expected: 'REFUSED' },
    { name: 'a zone without plugins', asked: 'empty.org.', port: 53, expected: 'REFUSED' },
    { name: 'another port', asked: 'corp.local.', port: 54, expected: 'REFUSED' },
  ])('$name', async ({ asked, port, expected }) => {
    const server = aServer('local {\n errors\n}\ncorp.local {\n forward . 10.1.2.3\n}\nempty.org {\n}')
    const reply = await server.answer(aQuery(asked), port)

    expect(typeof expected === 'string' ? reply.rcode : answerLines(reply)).toEqual(expected)
  })

  test('a broken configuration leaves the old one', async () => {
    const server = aServer('. {\n whoami\n}')

    expect(() => server.reload('. {\n nonsense\n}')).toThrow("Unknown directive 'nonsense'")
    expect((await server.answer(aQuery('x.'))).additional).toHaveLength(2)
  })
})
