import { type Heard, listening, type Said } from '../../api/conversation.ts'
import type { Process } from '../running.ts'
import { answerTo } from './commands.ts'
import { keysOf } from './keys.ts'
import { commandIn, failure } from './resp.ts'

/** What a store says to the commands that came, one after the other. */
export const converse = (running: Process, { bytes, protocol }: Heard, now: number): Said | undefined => {
  if (protocol !== 'TCP') return undefined
  const keys = keysOf(running, now)
  let so: Said = listening
  while (!so.closes) {
    const next = step(bytes.slice(so.taken))
    if (!next) break
    const { words, taken } = next
    const said = words ? (words.length > 0 ? answerTo(words, keys, running) : '') : next.bytes
    so = { taken: so.taken + taken, bytes: so.bytes + said, closes: words?.[0]?.toLowerCase() === 'quit' || !words }
  }
  return { ...so, leaves: keys.leaves }
}

interface Step {
  /** Unset where the connection ends, with these bytes. */
  readonly words?: readonly string[]
  readonly taken: number
  readonly bytes: string
}

const step = (bytes: string): Step | undefined => {
  const command = commandIn(bytes)
  if (!command) return undefined
  if ('fault' in command) return { taken: bytes.length, bytes: failure(`Protocol error: ${command.fault}`) }
  // Somebody makes a browser talk to the store: it does not listen to that.
  const isHttp = /^(post|host:)$/i.test(command.words[0] ?? '')
  return isHttp ? { taken: bytes.length, bytes: '' } : { ...command, bytes: '' }
}
