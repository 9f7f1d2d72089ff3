import type { PodTalk } from '../api/kubelet.ts'
import type { Connection } from './connection.ts'
import { httpExchange } from './http/http-exchange.ts'

type Carrier = Pick<Connection, 'request' | 'talk'>

/** What comes back over a TCP connection to which these bytes are sent, and then no more. `now` is in milliseconds. */
export const exchange = async (connection: Carrier, bytes: string, now: number): Promise<string> => {
  const talk = conversation(heard => connection.talk(heard))
  const opening = await talk('')
  if (opening.outcome === 'http') return httpExchange(connection, bytes, now)
  if (opening.outcome !== 'said' || opening.said.closes || bytes === '') return wordsOf(opening)
  return wordsOf(opening) + wordsOf(await talk(bytes))
}

/** What comes back for one packet of UDP. */
export const datagram = async (connection: Carrier, bytes: string): Promise<string> =>
  bytes === '' ? '' : wordsOf(await connection.talk({ before: '', bytes }))

/** Brings what comes over a connection to a pod piece by piece, each with what was left of those before it. */
export const conversation = (talk: Connection['talk']): ((bytes: string) => Promise<PodTalk>) => {
  let [before, rest] = ['', '']
  return async bytes => {
    rest += bytes
    const answer = await talk({ before, bytes: rest })
    if (answer.outcome !== 'said') return answer
    const { taken } = answer.said
    before += rest.slice(0, taken)
    rest = rest.slice(taken)
    return answer
  }
}

const wordsOf = (talk: PodTalk): string => (talk.outcome === 'said' ? talk.said.bytes : '')
