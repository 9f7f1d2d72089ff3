import type { ForwardablePort, Forwarding } from '../../api/forwarding.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { parseUint } from '../../util/go-strconv.ts'
import { Failure } from '../errors.ts'
import type { FoundPod } from '../pods/attachable-pod.ts'

/** A port of this machine (0: any) and the port of the pod that it leads to. */
export interface PortPair {
  readonly local: number
  readonly remote: number
}

/** Reads `[LOCAL:]REMOTE` against what was named: numbers and names of its ports. Throws in kubectl's words. */
export const portPairs = (words: readonly string[], found: FoundPod): readonly PortPair[] => {
  const owner = ownerOf(found)
  refuseUdp(words, owner)
  return words.map(word => parsePair(translated(word, owner, found)))
}

interface Owner {
  readonly resource: Resource
  readonly object: KubeObject
  readonly forwarding: Forwarding<KubeObject>
}

// A workload has no ports of its own: those of its pod count.
const ownerOf = ({ target: { resource }, object, pod }: FoundPod): Owner => {
  if (resource.forwarding) return { resource, object, forwarding: resource.forwarding }
  const podResource = resourceOfKind('Pod')
  const { forwarding } = podResource
  if (!forwarding) throw new Error('ports of pods can be forwarded')
  return { resource: podResource, object: pod, forwarding }
}

const split = (word: string): readonly [local: string, remote: string] => {
  const [first = '', second, ...more] = word.split(':')
  return second === undefined || more.length > 0 ? [first, first] : [first, second]
}

const numberOf = (text: string, { resource, object, forwarding }: Owner): number => {
  if (/^[-+]?\d+$/.test(text)) return Number(text)
  const found = forwarding.ports(object).find(({ name = '' }) => name === text)
  if (found) return found.port
  throw new Failure(`${resource.kind} '${object.metadata.name}' does not have a named port '${text}'`)
}

const refuseUdp = (words: readonly string[], owner: Owner): void => {
  const ports = owner.forwarding.ports(owner.object)
  const has = (port: number, wanted: string): boolean =>
    ports.some((known: ForwardablePort) => known.port === port && known.protocol === wanted)
  for (const [, remote] of words.map(split)) {
    const port = numberOf(remote, owner)
    if (has(port, 'UDP') && !has(port, 'TCP')) throw new Failure(`UDP protocol is not supported for ${remote}`)
  }
}

const translated = (word: string, owner: Owner, { pod }: FoundPod): readonly [local: string, remote: string] => {
  const [local, remote] = split(word)
  if (remote === '' && owner.object === pod) throw new Failure('remote port cannot be empty')
  const port = numberOf(remote, owner)
  const isNamed = String(port) !== remote && !/^[-+]?\d+$/.test(remote)
  const target = owner.forwarding.toPod(owner.object, port, pod)
  const reached = isNamed || target !== port ? String(target) : remote
  return [local === remote && isNamed ? String(port) : local, reached]
}

const parsePair = ([localText, remoteText]: readonly [string, string]): PortPair => {
  const local = parsePort('local', localText || '0')
  const remote = parsePort('remote', remoteText)
  if (remote === 0) throw new Failure('remote port must be > 0')
  return { local, remote }
}

const parsePort = (which: string, text: string): number => {
  try {
    return parseUint(text, 16)
  } catch (error) {
    throw new Failure(
      `error parsing ${which} port '${text}': ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
