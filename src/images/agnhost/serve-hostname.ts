import type { Behaviour } from '../../api/behaviour.ts'
import { flagOf, portFlag } from '../go-flags.ts'
import { hostnameOf } from '../hostname.ts'
import { text } from '../reply.ts'
import type { Process } from '../running.ts'

/** Answers with the name of its machine. */
export const serveHostname = ({ pod }: Process, words: readonly string[]): Behaviour => {
  const port = portFlag(words, 'port', 9376)
  const isUdp = flagOf(words, 'udp') === 'true'
  return {
    listens: isUdp && flagOf(words, 'tcp') !== 'true' ? [] : [port],
    listensUdp: isUdp ? [port] : [],
    respond: () => text(hostnameOf(pod)),
  }
}
