import type { Exchange, Transport } from '../../src/dns/message.ts'
import { dnsGroups, serverOf } from './dns/dns-cases.ts'

/**
 * The name server that the clients were recorded against, at 10.96.0.10: kubeadm's Corefile over its fixture and a
 * Service of 60 endpoints, `www.example.com` in its cache. 10.96.0.98 is silent, every other address refuses.
 */
export const labTransport = async (): Promise<Transport> => {
  const group = dnsGroups().find(({ name }) => name === 'rec-clusterip')
  if (!group) throw new Error('the group rec-clusterip is missing in dns.json')
  const server = serverOf({ ...group, also: ['dns-client-output/many.yaml'] })
  const transport: Transport = async (query, { address, port }): Promise<Exchange> => {
    if (address === '10.96.0.98') return { outcome: 'timeout' }
    if (address !== '10.96.0.10' || port !== 53) return { outcome: 'refused' }
    const reply = await server.answer(query)
    return { outcome: 'reply', reply, milliseconds: reply.milliseconds ?? 0 }
  }
  await Promise.all(['A', 'AAAA'].map(type => transport(warming(type), { address: '10.96.0.10', port: 53 })))
  return transport
}

const warming = (type: string) => ({
  id: 1,
  opcode: 'QUERY',
  question: { name: 'www.example.com.', type, class: 'IN' },
  flags: { rd: true, cd: false, ad: false },
  source: { address: '10.244.1.5', port: 40000 },
  transport: 'udp' as const,
})
