import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query, Reply } from '../../../src/dns/message.ts'
import { decodeReply } from '../../../src/dns/wire/decode.ts'
import { encodeQuery } from '../../../src/dns/wire/encode.ts'
import { type DnsListener, listen } from '../../../src/dns/wire/listen.ts'
import { tcpFrame, tcpFrames } from '../../../src/dns/wire/tcp-frames.ts'
import { packetOverUdp } from '../../support/dns/ask-udp.ts'
import { dnsGroups, normalCase, normalReply, queryOf, serverOf } from '../../support/dns/dns-cases.ts'
import { aQuery, aServer } from '../../support/dns/dns-world.ts'

const askTcp = async (port: number, packet: Uint8Array, cut = packet.length): Promise<Uint8Array> => {
  const socket = connect(port, '127.0.0.1')
  const framed = tcpFrame(packet)
  socket.write(framed.subarray(0, cut))
  if (cut < framed.length) setTimeout(() => socket.write(framed.subarray(cut)), 20)
  const frames = tcpFrames()
  for await (const chunk of socket) {
    const [message] = frames(chunk as Uint8Array)
    if (message) {
      socket.destroy()
      return message
    }
  }
  throw new Error('connection closed')
}

const ask = async (port: number, query: Query): Promise<Reply> => {
  const bytes = await (query.transport === 'tcp' ? askTcp : packetOverUdp)(port, encodeQuery(query))
  return decodeReply(bytes, 'cluster').reply
}

// Every tenth case, over both transports where its answer fits both; the client's address is not the recorded one.
const tenth = dnsGroups()
  .filter(group => group.client === undefined)
  .flatMap(group => group.cases.map(example => ({ group, example })))
  .filter((_, index) => index % 10 === 0)

describe('over sockets', () => {
  test.for(tenth.map(item => ({ ...item, name: `${item.group.name}: ${item.example.qname} ${item.example.qtype}` })))(
    '$name',
    async ({ group, example }) => {
      const both: readonly Query['transport'][] = group.transport === 'tcp' ? ['tcp'] : ['udp', 'tcp']
      for (const transport of both) {
        const listener = await listen({ host: '127.0.0.1', port: 0, ask: serverOf(group).exchange })
        const reply = await ask(listener.port, { ...queryOf(group, example), transport })
        expect(normalReply(reply, example)).toEqual(normalCase(example))
        await listener.close()
      }
    },
  )
})

describe('a listener', () => {
  let listener: DnsListener
  beforeAll(async () => {
    const server = aServer('. {\nwhoami\n}')
    listener = await listen({ host: '127.0.0.1', port: 0, ask: server.exchange })
  })
  afterAll(() => listener.close())

  const packet = encodeQuery(aQuery('WhoAmI.test.'))

  test('keeps the case of the question', async () => {
    expect(decodeReply(await packetOverUdp(listener.port, packet), 'cluster').question?.name).toBe('WhoAmI.test.')
  })

  test('takes a message that comes in pieces', async () => {
    expect(decodeReply(await askTcp(listener.port, packet, 1), 'cluster').id).toBe(7)
  })

  test('answers a broken query with FORMERR and goes on', async () => {
    const bytes = await packetOverUdp(listener.port, packet.slice(0, 20))

    expect([bytes.length, (bytes[3] ?? 0) & 15]).toEqual([12, 1])
    expect(decodeReply(await packetOverUdp(listener.port, packet), 'cluster').reply.rcode).toBe('NOERROR')
  })
})
