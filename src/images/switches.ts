import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import type { Pod } from '../api/generated/types.ts'
import type { ContainerRun } from './running.ts'

/** From a moment on, a container answers a path with a status of somebody's choice; 0 is its own answer again. */
export interface Switch {
  readonly path: string
  readonly status: number
  /** Milliseconds since 1970. */
  readonly from: number
  /** What it says then. */
  readonly body?: string | undefined
}

/** The annotation of a pod that keeps the switches of one of its containers. */
export const switchesKey = (container: string): string => `kubesim.io/switches.${container}`

/** Those of this run of a container: what was switched before it began is forgotten. */
export const switchesOf = ({ pod, container, startedAt }: ContainerRun): readonly Switch[] =>
  readSwitches(pod, container.name).filter(({ from }) => from >= startedAt)

export const readSwitches = ({ metadata }: Pod, container: string): readonly Switch[] => {
  const text = metadata.annotations?.[switchesKey(container)]
  return text ? parse(text) : []
}

/** The pod with one switch more; of a path the last two are kept, so that a kubelet can tell when its probes saw it. */
export const withSwitch = (pod: Pod, container: string, added: Switch): Pod => {
  const known = readSwitches(pod, container)
  const others = known.filter(({ path }) => path !== added.path)
  const last = known.filter(({ path }) => path === added.path).slice(-1)
  const annotations = {
    ...pod.metadata.annotations,
    [switchesKey(container)]: JSON.stringify([...others, ...last, added]),
  }
  return { ...pod, metadata: { ...pod.metadata, annotations } }
}

/** The answer that a switch gives now, if one does. */
export const switched = (
  switches: readonly Switch[],
  { path }: ContainerRequest,
  now: number,
): ContainerResponse | undefined => {
  const asked = path.split('?')[0]
  const last = switches.findLast(one => one.path === asked && one.from <= now)
  if (!last || last.status === 0) return undefined
  const { status, body = status < 400 ? 'ok\n' : 'fail\n' } = last
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

const parse = (text: string): readonly Switch[] => {
  try {
    const switches: unknown = JSON.parse(text)
    return Array.isArray(switches) ? switches.filter(isSwitch) : []
  } catch (error) {
    // Somebody wrote the annotation by hand: then nothing is switched.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isSwitch = (value: unknown): value is Switch => {
  const { path, status, from } = (value ?? {}) as Partial<Switch>
  return typeof path === 'string' && typeof status === 'number' && typeof from === 'number'
}
