import { expect, test } from 'vitest'
import { saidBy } from '../../support/conversation.ts'

test.for([
  { name: 'version', pieces: ['', 'version\r\n'], said: ['', 'VERSION 1.6.21\r\n'] },
  { name: 'a command in pieces', pieces: ['ver', 'sion\r\nget a\r\n'], said: ['', 'VERSION 1.6.21\r\nEND\r\n'] },
  {
    name: 'a value, which comes after its line',
    pieces: ['set a 0 0 9\r\n', 'version\r\n\r\nget a\r\n'],
    said: ['', 'SERVER_ERROR out of memory storing object\r\nEND\r\n'],
  },
  { name: 'a word that it does not know', pieces: ['hello\r\n'], said: ['ERROR\r\n'] },
  { name: 'quit', pieces: ['quit\r\nversion\r\n'], said: ['', '-'] },
])('memcached and $name', async ({ pieces, said }) => {
  expect(await saidBy({ image: 'memcached:1.6.21' }, pieces)).toEqual(said)
})
