import type { Heard } from '../../src/api/conversation.ts'
import type { Container, Pod } from '../../src/api/generated/types.ts'
import { behavioursIn } from '../../src/images/behaviour-of.ts'
import { conversation } from '../../src/tools/exchange.ts'
import { aCluster } from './cluster.ts'

/** What a container says to pieces of bytes that come over one connection, and to its opening first; `-` is its end. */
export const saidBy = async (
  { protocol = 'TCP', now = 2000, ...changes }: Partial<Container> & { protocol?: Heard['protocol']; now?: number },
  pieces: readonly string[],
): Promise<readonly string[]> => {
  const container: Container = { name: 'main', ...changes }
  let pod: Pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'server' }, spec: { containers: [container] } }
  const talk = conversation(async heard => {
    const { converse } = behavioursIn(aCluster())(pod, container, 1000)
    const said = converse?.({ ...heard, protocol, port: 1, client: '10.244.1.9:40000' }, now)
    pod = said?.leaves ?? pod
    return said ? { outcome: 'said', said } : { outcome: 'closed' }
  })
  const answers: string[] = []
  for (const piece of pieces) {
    const answer = await talk(piece)
    if (answer.outcome !== 'said') return [...answers, 'nothing']
    answers.push(answer.said.bytes, ...(answer.said.closes ? ['-'] : []))
    if (answer.said.closes) return answers
  }
  return answers
}
