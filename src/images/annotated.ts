import type { Behaviour } from '../api/behaviour.ts'
import { text } from './reply.ts'
import type { Process } from './running.ts'

// Annotations of a pod: the ports that its containers have open (`80, 8080`, `all`, `none`), and what they answer.
const listenKey = 'kubesim.io/listen'
const respondKey = 'kubesim.io/respond'

/** A behaviour as the pod's annotations have it. What is meant for one container has its name at the end of the key. */
export const annotated = (running: Process, behaviour: Behaviour): Behaviour => {
  const ports = annotation(running, listenKey)
  const answer = annotation(running, respondKey)
  const listens = ports === undefined ? behaviour.listens : portsOf(ports)
  if (answer === undefined) return ports === undefined ? behaviour : { ...behaviour, listens }
  return {
    ...behaviour,
    listens,
    converse: undefined,
    respond: () => text(answer.endsWith('\n') ? answer : `${answer}\n`),
  }
}

/** Of a pod with several containers an annotation without a name means the first. */
const annotation = ({ pod, container }: Process, key: string): string | undefined => {
  const { annotations = {} } = pod.metadata
  const isFirst = pod.spec.containers[0]?.name === container.name
  return annotations[`${key}.${container.name}`] ?? (isFirst ? annotations[key] : undefined)
}

const portsOf = (words: string): Behaviour['listens'] =>
  words.trim() === 'all' ? 'all' : (words.match(/\d+/g) ?? []).map(Number).filter(port => port > 0 && port < 65_536)
