import { type Heard, listening, type Said } from '../../api/conversation.ts'
import { seededRandom } from '../../util/random.ts'
import { repositoryOf, tagOf } from '../image.ts'
import type { Process } from '../running.ts'
import * as packets from './packets.ts'

/** What a database says: its greeting, whether it lets somebody in, and that it is alive. It knows no SQL. */
export const converse = (running: Process, heard: Heard, now: number): Said | undefined => {
  if (heard.protocol !== 'TCP') return undefined
  const { bytes, before } = heard
  if (bytes === '' && before === '') return { taken: 0, bytes: greetingOf(running, now) }
  let so: Said = listening
  while (!so.closes) {
    const found = packets.packetIn(bytes.slice(so.taken))
    if (!found) return so
    const { bytes: said, closes } = answer(running, { ...found, isLogin: before === '' && so.taken === 0 }, heard)
    so = { taken: so.taken + found.taken, bytes: so.bytes + said, closes }
  }
  return so
}

type Answer = Pick<Said, 'bytes' | 'closes'>

const answer = (running: Process, found: packets.Packet & { readonly isLogin: boolean }, heard: Heard): Answer => {
  if (found.isLogin) return login(running, found, heard)
  if (found.content === '\x01') return { bytes: '', closes: true }
  if (found.content === '\x0e') return { bytes: packets.okPacket(1) }
  return { bytes: packets.errorPacket(1, { code: 1047, state: '08S01', text: 'kubesim knows no SQL' }) }
}

const login = ({ environment }: Process, { number, content }: packets.Packet, { client = '' }: Heard): Answer => {
  const { user, hasPassword } = packets.loginIn(content)
  const isOpen = ['MYSQL_ALLOW_EMPTY_PASSWORD', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD'].some(name => environment[name])
  if (isOpen && user === 'root' && !hasPassword) return { bytes: packets.okPacket(number + 1) }
  const host = client.replace(/:\d+$/, '')
  const text = `Access denied for user '${user}'@'${host}' (using password: ${hasPassword ? 'YES' : 'NO'})`
  return { bytes: packets.errorPacket(number + 1, { code: 1045, state: '28000', text }), closes: true }
}

const greetingOf = ({ container: { image = '' } }: Process, now: number): string => {
  const isMaria = repositoryOf(image).includes('mariadb')
  const exact = /^\d+\.\d+\.\d+/.exec(tagOf(image))?.[0]
  const random = seededRandom(now)
  const salt = Array.from({ length: 20 }, () => String.fromCharCode(33 + Math.floor(random.next() * 94))).join('')
  return packets.greeting(
    isMaria
      ? { version: `${exact ?? '11.8.3'}-MariaDB`, salt, plugin: 'mysql_native_password' }
      : { version: exact ?? '8.4.6', salt, plugin: 'caching_sha2_password' },
  )
}
