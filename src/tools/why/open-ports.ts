import type { Behaviour } from '../../api/behaviour.ts'
import type { Pod, Service } from '../../api/generated/types.ts'
import type { Protocol } from '../../network/packet.ts'
import type { WhyContext } from './check.ts'

// What servers like to listen on.
const usual = [80, 443, 3000, 3306, 5000, 5432, 5678, 6379, 8000, 8080, 8081, 8443, 8888, 9000, 9090, 9376, 27017]

/**
 * The TCP ports that a pod accepts connections on, found as a port scanner would: by knocking, from its own node. A
 * program that answers at one port tells of its others.
 */
export const openPorts = (context: WhyContext, pod: Pod): readonly number[] | 'all' => {
  const found = new Set<number>()
  for (const port of candidates(context, pod)) {
    const listens = listensAt(context, pod, port)
    if (listens === 'all') return 'all'
    for (const open of listens ?? []) found.add(open)
  }
  return [...found].toSorted((left, right) => left - right)
}

/** Whether what is sent to a port of a pod is taken. */
export const isOpen = (context: WhyContext, pod: Pod, port: number, protocol: Protocol = 'TCP'): boolean =>
  behaviourAt(context, pod, { port, protocol }) !== undefined

/** What a pod answers to a GET; undefined where it does not speak HTTP. */
export const statusAt = (
  context: WhyContext,
  pod: Pod,
  { port, path }: { readonly port: number; readonly path: string },
): number | undefined =>
  behaviourAt(context, pod, { port })?.respond?.({ method: 'GET', path, headers: {}, body: '' }, context.now).status

/** What a pod asks somebody else before it can answer who presses its button, or looks at its page. */
export const questionAt = (context: WhyContext, pod: Pod, port: number): string | undefined => {
  const respond = behaviourAt(context, pod, { port })?.respond
  for (const method of ['GET', 'POST']) {
    const asked = respond?.({ method, path: '/', headers: {}, body: '' }, context.now).asks
    if (asked) return asked.url
  }
  return undefined
}

const listensAt = (context: WhyContext, pod: Pod, port: number): Behaviour['listens'] | undefined =>
  behaviourAt(context, pod, { port })?.listens

const behaviourAt = (
  { network }: WhyContext,
  pod: Pod,
  { port, protocol = 'TCP' }: { readonly port: number; readonly protocol?: Protocol },
): Behaviour | undefined => {
  const from = network.node(pod.spec.nodeName ?? '')
  const address = pod.status?.podIP
  if (!from || !address) return undefined
  const { outcome } = network.route({ from, to: { address, port, protocol } })
  return outcome.outcome === 'delivered' && outcome.receiver.kind === 'pod' ? outcome.receiver.behaviour : undefined
}

const candidates = ({ view }: WhyContext, pod: Pod): ReadonlySet<number> => {
  const declared = pod.spec.containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort))
  const listen = pod.metadata.annotations?.['kubesim.io/listen'] ?? ''
  const annotated = [...listen.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const targeted = servicesNear(view, pod)
  return new Set([...declared, ...annotated, ...targeted, ...usual])
}

const servicesNear = (view: WhyContext['view'], pod: Pod): readonly number[] =>
  view
    .list<Service>('Service', pod.metadata.namespace)
    .flatMap(({ spec }) => spec.ports ?? [])
    .flatMap(({ port, targetPort }) => [port, typeof targetPort === 'number' ? targetPort : port])
