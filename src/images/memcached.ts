import { listening, type Said } from '../api/conversation.ts'
import { defineImage, tagOf } from './image.ts'
import type { Process } from './running.ts'

/** A cache that tells its version, holds nothing and has no room for more. */
export const memcached = defineImage({
  names: ['memcached', 'bitnami/memcached'],
  behaviour: running => ({
    stopCode: 0,
    listens: [11_211],
    converse: ({ protocol, bytes }) => (protocol === 'TCP' ? said(running, bytes) : undefined),
  }),
})

const said = (running: Process, bytes: string): Said => {
  let so: Said = listening
  while (!so.closes) {
    const end = bytes.indexOf('\n', so.taken)
    if (end < 0) break
    const [name = '', ...words] = bytes.slice(so.taken, end).trim().split(/\s+/)
    const taken = end + 1 + blockLength(name, words)
    if (taken > bytes.length) break
    so = { taken, bytes: so.bytes + answerTo(name, running), closes: name === 'quit' }
  }
  return so
}

// A value comes in a block of its own, behind the line that tells its length.
const blockLength = (name: string, [, , , length = '']: readonly string[]): number =>
  name === 'set' && /^\d+$/.test(length) ? Number(length) + 2 : 0

const answers: Readonly<Record<string, string>> = {
  get: 'END\r\n',
  gets: 'END\r\n',
  set: 'SERVER_ERROR out of memory storing object\r\n',
  delete: 'NOT_FOUND\r\n',
  flush_all: 'OK\r\n',
  quit: '',
}

const answerTo = (name: string, { container }: Process): string => {
  if (name === 'version') return `VERSION ${/^\d+\.\d+\.\d+/.exec(tagOf(container.image))?.[0] ?? '1.6.39'}\r\n`
  return Object.hasOwn(answers, name) ? (answers[name] ?? '') : 'ERROR\r\n'
}
