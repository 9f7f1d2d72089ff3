import type { PodTalk } from '../../api/kubelet.ts'
import type { Connection } from '../../tools/connection.ts'
import { conversation } from '../../tools/exchange.ts'
import type { Speaker, Utterance } from '../world/world.ts'

type Turn = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Opens a connection to a port of a pod: who speaks there, `http` where that is a web server or nobody who says anything,
 * or why there is none.
 */
export const openSpeaker = async (
  carry: Connection['talk'],
  turn: Turn,
): Promise<Speaker | 'http' | 'refused' | 'gone'> => {
  const talk = conversation(carry)
  const opening = await turn(() => talk(''))
  if (opening.outcome === 'said') {
    return { greeting: utterance(opening), answer: async bytes => utterance(await turn(() => talk(bytes))) }
  }
  return opening.outcome === 'closed' ? 'http' : opening.outcome
}

const utterance = (talk: PodTalk): Utterance =>
  talk.outcome === 'said' ? { bytes: talk.said.bytes, closes: talk.said.closes === true } : { bytes: '', closes: true }
