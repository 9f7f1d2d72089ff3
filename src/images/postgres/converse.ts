import { type Heard, listening, type Said } from '../../api/conversation.ts'
import { fromBigEndian } from '../big-endian.ts'
import type { Process } from '../running.ts'
import * as messages from './messages.ts'

const sslRequest = 80_877_103
const gssRequest = 80_877_104
const cancelRequest = 80_877_102

/** What a database says: it has no TLS, wants a password unless it was told to trust everybody, and knows no SQL. */
export const converse = (running: Process, heard: Heard): Said | undefined => {
  if (heard.protocol !== 'TCP') return undefined
  let so: Said = listening
  for (;;) {
    const before = heard.before + heard.bytes.slice(0, so.taken)
    const next = step(running, before, heard.bytes.slice(so.taken))
    if (next.taken === 0 && !next.closes) return so
    so = { taken: so.taken + next.taken, bytes: so.bytes + next.bytes, closes: next.closes }
    if (so.closes) return so
  }
}

const step = (running: Process, before: string, bytes: string): Said => {
  const user = userIn(before)
  return user === undefined ? opening(running, bytes) : afterOpening(running, user, bytes)
}

/** The user of a connection that has been opened; undefined before. */
const userIn = (before: string): string | undefined => {
  let rest = before
  for (let found = messages.startupIn(rest); found && found !== 'wrong'; found = messages.startupIn(rest)) {
    if (!isPlea(found.code)) return found.user
    rest = rest.slice(found.taken)
  }
  return undefined
}

const isPlea = (code: number): boolean => code === sslRequest || code === gssRequest

const opening = (running: Process, bytes: string): Said => {
  const startup = messages.startupIn(bytes)
  if (!startup) return listening
  if (startup === 'wrong') return { taken: bytes.length, bytes: '', closes: true }
  const { code, taken, user } = startup
  if (isPlea(code)) return { taken, bytes: 'N' }
  if (code === cancelRequest) return { taken, bytes: '', closes: true }
  const major = code >>> 16
  if (major !== 3) {
    const version = `${major}.${code & 0xffff}`
    const text = `unsupported frontend protocol ${version}: server supports 3.0 to 3.0`
    return { taken, bytes: messages.fatal('0A000', text), closes: true }
  }
  if (!user) {
    const text = 'no PostgreSQL user name specified in startup packet'
    return { taken, bytes: messages.fatal('28000', text), closes: true }
  }
  return { taken, bytes: isTrusting(running) ? welcome : messages.authentication(10, 'SCRAM-SHA-256\0\0') }
}

const isTrusting = ({ environment }: Process): boolean => environment.POSTGRES_HOST_AUTH_METHOD === 'trust'

const welcome = [
  messages.authentication(0),
  messages.parameter('server_encoding', 'UTF8'),
  messages.parameter('client_encoding', 'UTF8'),
  messages.readyForQuery,
].join('')

const afterOpening = (running: Process, user: string, bytes: string): Said => {
  const taken = 1 + fromBigEndian(bytes.slice(1, 5))
  if (bytes.length < 5 || bytes.length < taken) return listening
  const letter = bytes[0]
  if (letter === 'X') return { taken, bytes: '', closes: true }
  if (!isTrusting(running)) {
    const text = `password authentication failed for user "${user}"`
    return { taken, bytes: messages.fatal('28P01', text), closes: true }
  }
  const answer = messages.failure('0A000', 'kubesim knows no SQL') + messages.readyForQuery
  return { taken, bytes: letter === 'Q' || letter === 'S' ? answer : '' }
}
