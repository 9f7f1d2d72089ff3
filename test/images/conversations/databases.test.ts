import { expect, test } from 'vitest'
import { startupFor } from '../../../src/images/postgres/client.ts'
import { fatal } from '../../../src/images/postgres/messages.ts'
import { saidBy } from '../../support/conversation.ts'

const trusting = { image: 'postgres:17', env: [{ name: 'POSTGRES_HOST_AUTH_METHOD', value: 'trust' }] }
const sslRequest = '\0\0\0\x08\x04\xd2\x16\x2f'
const wantsPassword = 'R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0'

test.for([
  { name: 'TLS, then a user', pieces: ['', sslRequest, startupFor('app')], said: ['', 'N', wantsPassword] },
  {
    name: 'a password',
    pieces: [startupFor('app'), 'p\0\0\0\x06xx'],
    said: [wantsPassword, fatal('28P01', 'password authentication failed for user "app"'), '-'],
  },
  { name: 'a farewell', pieces: [startupFor('app'), 'X\0\0\0\x04'], said: [wantsPassword, '', '-'] },
  { name: 'a browser', pieces: ['GET / HTTP/1.0\r\n\r\n'], said: ['', '-'] },
  { name: 'who waits for the rest', pieces: [startupFor('app').slice(0, 12)], said: [''] },
  {
    name: 'an old client',
    pieces: ['\0\0\0\x08\0\x02\0\0'],
    said: [fatal('0A000', 'unsupported frontend protocol 2.0: server supports 3.0 to 3.0'), '-'],
  },
  {
    name: 'a trusted user',
    container: trusting,
    pieces: [startupFor('app')],
    said: [/^R\0{3}.\0{4}S.*Z\0{3}.I$/s],
  },
])('postgres and $name', async ({ container = { image: 'postgres:17' }, pieces, said }) => {
  const expected = said.map(one => (typeof one === 'string' ? one : expect.stringMatching(one)))
  expect(await saidBy(container, pieces)).toEqual(expected)
})

const login = (user: string, answer: string): string => {
  const content = `${'\0'.repeat(32)}${user}\0${answer}`
  return `${String.fromCharCode(content.length)}\0\0\x01${content}`
}
const empty = { image: 'mysql:8.0.40', env: [{ name: 'MYSQL_ALLOW_EMPTY_PASSWORD', value: 'yes' }] }
const greeting = /^.\0{3}\n8\.0\.40\0/s

test.for([
  {
    name: 'a login without password',
    pieces: ['', login('root', '\0')],
    said: [greeting, /#28000Access denied for user 'root'@'10\.244\.1\.9' \(using password: NO\)$/, '-'],
  },
  {
    name: 'a login with a password',
    pieces: ['', login('app', '\x02xx')],
    said: [greeting, /#28000Access denied for user 'app'@'10\.244\.1\.9' \(using password: YES\)$/, '-'],
  },
  {
    name: 'a ping of who was let in',
    container: empty,
    pieces: ['', login('root', '\0'), '\x01\0\0\0\x0e', '\x01\0\0\0\x01'],
    said: [greeting, '\x07\0\0\x02\0\0\0\x02\0\0\0', '\x07\0\0\x01\0\0\0\x02\0\0\0', '', '-'],
  },
])('mysql and $name', async ({ container = { image: 'mysql:8.0.40' }, pieces, said }) => {
  const expected = said.map(one => (typeof one === 'string' ? one : expect.stringMatching(one)))
  expect(await saidBy(container, pieces)).toEqual(expected)
})
