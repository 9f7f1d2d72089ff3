import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidBy } from '../../support/conversation.ts'

const redis = { image: 'redis:7.2.5' }
const line = (...words: readonly string[]): string =>
  `*${words.length}\r\n${words.map(word => `$${word.length}\r\n${word}\r\n`).join('')}`

test.for([
  { name: 'PING in a line', pieces: ['', 'PING\r\n'], said: ['', '+PONG\r\n'] },
  { name: 'a line without a carriage return', pieces: ['ping\n'], said: ['+PONG\r\n'] },
  { name: 'an empty line', pieces: ['\r\nPING\r\n'], said: ['+PONG\r\n'] },
  { name: 'PING as an array', pieces: [line('PING')], said: ['+PONG\r\n'] },
  { name: 'PING with a text', pieces: [line('PING', 'a b')], said: ['$3\r\na b\r\n'] },
  { name: 'a command in pieces', pieces: ['PI', 'NG\r', '\n'], said: ['', '', '+PONG\r\n'] },
  { name: 'an array in pieces', pieces: ['*1\r\n$4\r\nPI', 'NG\r\n'], said: ['', '+PONG\r\n'] },
  { name: 'quotes', pieces: ['ECHO "a b"\r\n'], said: ['$3\r\na b\r\n'] },
  { name: 'a value', pieces: ['SET a 1\r\n', 'GET a\r\n'], said: ['+OK\r\n', '$1\r\n1\r\n'] },
  { name: 'no value', pieces: ['GET a\r\n'], said: ['$-1\r\n'] },
  { name: 'a value that is gone', pieces: ['SET a 1\r\nDEL a b\r\nEXISTS a\r\n'], said: ['+OK\r\n:1\r\n:0\r\n'] },
  { name: 'a counter', pieces: ['INCR n\r\nINCR n\r\n', 'EXISTS n n\r\n'], said: [':1\r\n:2\r\n', ':2\r\n'] },
  {
    name: 'a counter of letters',
    pieces: ['SET n x\r\nINCR n\r\n'],
    said: ['+OK\r\n-ERR value is not an integer or out of range\r\n'],
  },
  {
    name: 'a counter at its end',
    pieces: ['SET n 9223372036854775807\r\nINCR n\r\n'],
    said: ['+OK\r\n-ERR increment or decrement would overflow\r\n'],
  },
  {
    name: 'an unknown command',
    pieces: ['flip a b\r\n'],
    said: ["-ERR unknown command 'flip', with args beginning with: 'a' 'b' \r\n"],
  },
  { name: 'a word too few', pieces: ['GET\r\n'], said: ["-ERR wrong number of arguments for 'get' command\r\n"] },
  { name: 'more than there is room for', pieces: [line('SET', 'a', 'x'.repeat(40_000))], said: [/^-OOM command not/] },
  { name: 'QUIT', pieces: ['QUIT\r\nPING\r\n'], said: ['+OK\r\n', '-'] },
  { name: 'a browser', pieces: ['GET / HTTP/1.1\r\nHost: redis\r\n\r\n'], said: [/^-ERR wrong number/, '-'] },
  { name: 'quotes that stay open', pieces: ['ECHO "a\r\n'], said: [/^-ERR Protocol error: unbalanced quotes/, '-'] },
  { name: 'no length', pieces: ['*x\r\n'], said: ['-ERR Protocol error: invalid multibulk length\r\n', '-'] },
  { name: 'no string', pieces: ['*1\r\n:1\r\n'], said: ["-ERR Protocol error: expected '$', got ':'\r\n", '-'] },
  { name: 'INFO', pieces: ['SET a 1\r\n', 'INFO\r\n'], said: ['+OK\r\n', /redis_version:7\.2\.5\r\n.*db0:keys=1,/s] },
])('redis and $name', async ({ pieces, said }) => {
  const expected = said.map(one => (typeof one === 'string' ? one : expect.stringMatching(one)))
  expect(await saidBy(redis, pieces)).toEqual(expected)
})

test('it does not matter how the bytes are cut', async () => {
  const bytes = `${line('SET', 'a', 'b\r\nc')}INCR n\r\n${line('GET', 'a')}${line('PING')}QUIT\r\n`
  const whole = (await saidBy(redis, [bytes])).join('')
  expect(whole).toBe('+OK\r\n:1\r\n$4\r\nb\r\nc\r\n+PONG\r\n+OK\r\n-')
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 })), async cuts => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const pieces = at.slice(1).map((end, index) => bytes.slice(at[index], end))
      expect((await saidBy(redis, pieces)).join('')).toBe(whole)
    }),
    { numRuns: 20 },
  )
})
