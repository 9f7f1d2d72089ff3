import type { Pod, Service, ServicePort } from '../../../api/generated/types.ts'
import { ownLabels } from '../allowing.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { command, labelText, listed, nameOf, patching } from '../commands.ts'
import { namingPort } from '../naming-port.ts'
import { nearest } from '../near.ts'
import { openPorts } from '../open-ports.ts'
import { changing, ownerOf } from '../owner.ts'
import { podsOf, servingPods } from '../pods.ts'

/**
 * Ports of a Service that lead to no open port of its pods: by a name that none has, or a number where none listens.
 */
export const targetPort = serviceCheck('target-port', (service, context) => {
  const pods = podsOf(context.view, service)
  const serving = servingPods(pods)
  return (service.spec.ports ?? []).flatMap(port => {
    const given: Given = { service, port, pods, context }
    const found =
      typeof port.targetPort === 'string'
        ? (misnamed(given) ?? nameless(given) ?? closed(given, serving))
        : closed(given, serving)
    return found ? [found] : []
  })
})

interface Given {
  readonly service: Service
  readonly port: ServicePort
  readonly pods: readonly Pod[]
  readonly context: WhyContext
}

const misnamed = ({ service, port, pods, context }: Given): Finding | undefined => {
  const [pod] = pods
  if (!pod || pods.some(one => numberOf(one, port) !== undefined)) return undefined
  const named = pod.spec.containers.flatMap(({ ports = [] }) => ports.filter(({ name }) => name))
  const names = named.map(({ name = '' }) => name)
  const open = openPorts(context, pod)
  const [only] = names
  const target =
    nearest(String(port.targetPort), names) ?? (names.length === 1 ? only : undefined) ?? better(port, open)
  return {
    about: nameOf(context, service),
    cause: `its targetPort ${port.targetPort} is a name that no container port of its pods has`,
    evidence: [
      names.length > 0 ? `the pods name their ports ${listed(names)}` : 'the pods name none of their ports',
      'so the Service has no endpoints for this port',
    ],
    mend: target === undefined ? [] : [retargeted(service, port, target, context)],
  }
}

/** Some of the pods lack the name, and with it this port of the Service. */
const nameless = ({ service, port, pods, context }: Given): Finding | undefined => {
  const lacking = pods.filter(pod => numberOf(pod, port) === undefined)
  const has = pods.find(pod => numberOf(pod, port) !== undefined)
  if (lacking.length === 0 || !has) return undefined
  const number = numberOf(has, port) ?? port.port
  return {
    about: nameOf(context, service),
    cause: `its targetPort ${port.targetPort} is a name that some of its pods have not: these get no traffic`,
    evidence: [
      `no container port is called so in ${listed(lacking.map(({ metadata }) => metadata.name))}`,
      `in ${has.metadata.name} it is ${number}`,
    ],
    mend: [...new Set(lacking.flatMap(pod => namingPort(pod, { name: String(port.targetPort), number }, context)))],
  }
}

const closed = (given: Given, serving: readonly Pod[]): Finding | undefined => {
  const { service, port, context } = given
  if ((port.protocol ?? 'TCP') !== 'TCP') return undefined
  const deaf = serving.filter(pod => isDeaf(pod, port, context))
  const [first] = deaf
  if (!first) return undefined
  const open = openPorts(context, first)
  return {
    about: nameOf(context, service),
    cause: causeOf(first, given, deaf.length < serving.length),
    evidence: [
      `${deaf.length} of ${serving.length} ready pods refuse port ${numberOf(first, port)}: ${listed(deaf.map(({ metadata }) => metadata.name))}`,
      open.length > 0 ? `open in them is ${listed([...open].map(String))}` : 'they open no port at all',
    ],
    mend: mending(given, { serving, deaf, open }),
  }
}

const causeOf = (pod: Pod, { port }: Given, isSome: boolean): string => {
  const number = numberOf(pod, port)
  if (isSome)
    return `its targetPort is ${number}, where no container listens in some of the pods that it selects: they refuse their share of the requests`
  const declares = pod.spec.containers.some(({ ports }) => ports?.some(({ containerPort }) => containerPort === number))
  return declares
    ? `containerPort ${number} is written in the pods, but that opens nothing: the program listens elsewhere, so requests are refused`
    : `its targetPort is ${number}, where no container listens: requests are refused`
}

/** A pod that opens nothing and declares nothing is a client: its Service is there for the name. */
const isDeaf = (pod: Pod, port: ServicePort, context: WhyContext): boolean => {
  const number = numberOf(pod, port)
  const open = openPorts(context, pod)
  if (number === undefined || open === 'all' || open.includes(number)) return false
  return open.length > 0 || pod.spec.containers.some(({ ports = [] }) => ports.length > 0)
}

interface Found {
  readonly serving: readonly Pod[]
  readonly deaf: readonly Pod[]
  readonly open: readonly number[] | 'all'
}

const mending = ({ service, port, context }: Given, { serving, deaf, open }: Found): readonly string[] => {
  const hearing = serving.filter(pod => !deaf.includes(pod))
  if (hearing.length > 0) return parted(service, { hearing, deaf }, context)
  const target = better(port, open)
  return target === undefined ? [] : [retargeted(service, port, target, context)]
}

/** Lets a Service select only some of its pods: by a label that these alone have, or get. */
const parted = (
  service: Service,
  { hearing, deaf }: { readonly hearing: readonly Pod[]; readonly deaf: readonly Pod[] },
  context: WhyContext,
): readonly string[] => {
  const own = distinguishing(hearing, deaf)
  const label = own ?? { 'served-by': service.metadata.name }
  const marks = own ? [] : hearing.flatMap(pod => marked(pod, label, context))
  return [...new Set(marks), patching(context, service, { spec: { selector: label } })]
}

const marked = (pod: Pod, labels: Readonly<Record<string, string>>, context: WhyContext): readonly string[] =>
  ownerOf(context, pod)
    ? changing(context, pod, { change: { metadata: { labels } }, spec: spec => spec })
    : [command(context, `label pod ${pod.metadata.name} ${labelText(labels)}`, pod.metadata.namespace)]

/** A label that one group of pods has and the other has not; that of a template's hash is not for long. */
const distinguishing = (these: readonly Pod[], others: readonly Pod[]): Record<string, string> | undefined => {
  const [first] = these
  const found = Object.entries(ownLabels(first?.metadata.labels)).find(
    ([key, value]) =>
      these.every(({ metadata }) => metadata.labels?.[key] === value) &&
      others.every(({ metadata }) => metadata.labels?.[key] !== value),
  )
  return found && { [found[0]]: found[1] }
}

const better = ({ port }: ServicePort, open: readonly number[] | 'all'): number | undefined =>
  open === 'all' || open.includes(port) ? port : open[0]

const retargeted = (
  service: Service,
  { port, name }: ServicePort,
  target: number | string,
  context: WhyContext,
): string => {
  const patch = { spec: { ports: [{ ...(name ? { name } : {}), port, targetPort: target }] } }
  return patching(context, service, patch)
}

const numberOf = ({ spec }: Pod, { port, targetPort, protocol = 'TCP' }: ServicePort): number | undefined => {
  if (typeof targetPort !== 'string') return targetPort || port
  if (/^\d+$/.test(targetPort)) return Number(targetPort)
  return [...spec.containers, ...(spec.initContainers ?? [])]
    .flatMap(({ ports = [] }) => ports)
    .find(named => named.name === targetPort && (named.protocol ?? 'TCP') === protocol)?.containerPort
}
