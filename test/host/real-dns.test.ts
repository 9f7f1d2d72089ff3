import { afterEach, expect, test } from 'vitest'
import { type DnsListener, listen } from '../../src/dns/wire/listen.ts'
import { realDns } from '../../src/host/real-dns.ts'
import { answerLines, aQuery, aServer } from '../support/dns/dns-world.ts'

let listener: DnsListener | undefined
afterEach(async () => {
  await listener?.close()
  listener = undefined
})

const resolver = async (corefile: string) => {
  listener = await listen({ host: '127.0.0.1', port: 0, ask: aServer(corefile).exchange })
  return [{ address: '127.0.0.1', port: listener.port }]
}

test('an answer comes back as it is', async () => {
  const servers = await resolver('. {\nhosts {\n 10.0.0.9 a.test\n}\n}')
  const exchange = await realDns(aQuery('a.test.'), servers)

  expect(exchange.outcome === 'reply' && answerLines(exchange.reply)).toEqual(['a.test. 3600 A 10.0.0.9'])
})

test('what does not fit comes over TCP', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => ` 10.0.1.${index} a.test`).join('\n')
  const servers = await resolver(`. {\nhosts {\n${lines}\n}\n}`)
  const exchange = await realDns(aQuery('a.test.'), servers)

  expect(exchange.outcome === 'reply' && exchange.reply.answers.length).toBe(60)
})

test('no server is silence', async () => {
  expect(await realDns(aQuery('a.test.'), [])).toEqual({ outcome: 'timeout' })
})
