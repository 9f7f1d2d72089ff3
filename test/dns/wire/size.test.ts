import { describe, expect, test } from 'vitest'
import type { Query } from '../../../src/dns/message.ts'
import { decodeReply } from '../../../src/dns/wire/decode.ts'
import { encodeReply } from '../../../src/dns/wire/encode.ts'
import { replySize } from '../../../src/dns/wire/size.ts'
import { times } from '../../../src/util/range.ts'
import { aQuery, aServer } from '../../support/dns/dns-world.ts'
import { objectsOf } from '../../support/dns/fixture-view.ts'

const many = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'big', namespace: 'prod' },
    spec: { clusterIPs: ['None'] },
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'big-1', namespace: 'prod', labels: { 'kubernetes.io/service-name': 'big' } },
    addressType: 'IPv4',
    endpoints: times(60, index => ({ addresses: [`10.244.7.${index + 10}`] })),
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  },
]
const server = aServer('. {\nkubernetes cluster.local\n}', {
  objects: [...objectsOf(['dns-fixtures/kubeadm-default.yaml']), ...many],
})
const edns = (udpSize: number, options: { code: number; data: Uint8Array }[] = []) => ({
  edns: { version: 0, udpSize, dnssecOk: false, options },
})
const cookie = { code: 10, data: new Uint8Array(8) }
const web = 'web.default.svc.cluster.local.'
const big = 'big.prod.svc.cluster.local.'

describe('size of a reply', () => {
  test.for([
    { name: 'a small one is not compressed', query: aQuery(web), size: 92, answers: 1, tc: false },
    { name: 'EDNS and cookie count', query: aQuery(web, 'A', edns(1232, [cookie])), size: 115, answers: 1, tc: false },
    { name: '60 addresses without EDNS', query: aQuery(big), size: 508, answers: 29, tc: true },
    { name: '60 addresses in 1232', query: aQuery(big, 'A', edns(1232)), answers: 60, tc: false },
    { name: '60 SRV without EDNS', query: aQuery(big, 'SRV'), answers: 8, tc: true },
    { name: '60 SRV in 1232', query: aQuery(big, 'SRV', edns(1232)), answers: 20, tc: true },
    { name: '60 SRV over TCP', query: aQuery(big, 'SRV', { transport: 'tcp' }), answers: 60, tc: false },
  ] satisfies { name: string; query: Query; size?: number; answers: number; tc: boolean }[])(
    '$name',
    async ({ query, size, answers, tc }) => {
      const reply = await server.answer(query)
      const bytes = encodeReply(query, reply)

      expect({ answers: reply.answers.length, tc: reply.flags.tc }).toEqual({ answers, tc })
      expect(bytes.length).toBe(replySize(query, reply))
      expect(bytes.length).toBeLessThanOrEqual(query.transport === 'tcp' ? 65535 : (query.edns?.udpSize ?? 512))
      if (size !== undefined) expect(bytes.length).toBe(size)
      expect(decodeReply(bytes, 'cluster').reply.answers).toEqual(reply.answers)
    },
  )
})
