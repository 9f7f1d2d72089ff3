import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Listener } from '../../src/cli/world/world.ts'
import { listen } from '../../src/host/listen.ts'

let listener: Listener | undefined
afterEach(() => listener?.close())

const echoing = (port: number, connections: string[] = []) =>
  listen({
    host: '127.0.0.1',
    port,
    onConnection: async client => {
      connections.push(client)
      return 'http'
    },
    onRequest: async ({ method, path, body }) =>
      path === '/none' ? undefined : { status: 201, headers: { 'x-path': path }, body: `${method} ${body}` },
  })

test('requests are answered over connections that stay open', async () => {
  const connections: string[] = []
  listener = await echoing(0, connections)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (const body of ['one', 'two'])
    expect(await put(listener.port, body, agent)).toEqual([201, '/a?b=1', `PUT ${body}`])
  expect(connections.length).toBe(1)
  agent.destroy()
})

const put = (port: number, body: string, agent: Agent): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, agent, method: 'PUT', path: '/a?b=1', host: '127.0.0.1' }, async response => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve([response.statusCode, response.headers['x-path'], text])
    })
    sent.on('error', reject).end(body)
  })

test('an answer has the headers of its server, and its length', async () => {
  listener = await echoing(0)
  const { headers } = await fetch(`http://127.0.0.1:${listener.port}/a`, { method: 'HEAD' })
  expect(headers.get('content-length')).toBe('5')
  expect(headers.get('transfer-encoding')).toBe(null)
  expect(headers.get('date')).toMatch(/GMT$/)
})

test('a connection ends where there is no answer', async () => {
  listener = await echoing(0)
  await expect(fetch(`http://127.0.0.1:${listener.port}/none`)).rejects.toThrow()
})

test('an occupied port is refused', async () => {
  listener = await echoing(0)
  await expect(echoing(listener.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test.for([
  { name: 'its end', said: ['one', 'end'], heard: 'hello\n<one><end>' },
  { name: 'the end of the client', said: ['one', 'two'], heard: 'hello\n<one><two>' },
])('who speaks is heard until $name', async ({ said, heard }) => {
  const answer = async (bytes: string) => ({ bytes: bytes.replace(/\w+/g, '<$&>'), closes: bytes.includes('end') })
  const onConnection = async () => ({ greeting: { bytes: 'hello\n', closes: false }, answer })
  listener = await listen({ host: '127.0.0.1', port: 0, onConnection, onRequest: async () => undefined })
  const socket = connect(listener.port, '127.0.0.1')
  let text = ''
  socket.on('data', data => (text += data))
  const closed = new Promise(done => socket.once('close', done))
  for (const word of said) {
    socket.write(word)
    await expect.poll(() => text).toContain(`<${word}>`)
  }
  socket.end()
  await closed
  expect(text).toBe(heard)
})
