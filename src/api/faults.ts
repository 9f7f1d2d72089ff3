import type { KubeObject } from './meta.ts'

/** Which of a container's probes. */
export type ProbeName = 'startup' | 'readiness' | 'liveness'

/** Something that is broken on purpose. Times are milliseconds since 1970. */
export type Fault =
  /** At a pod: a probe of a container fails from then on. */
  | { readonly fault: 'probe'; readonly container: string; readonly probe: ProbeName; readonly from: number }
  /** At a pod: a container ends with this code, and does so again whenever it is started, unless it is for one run. */
  | {
      readonly fault: 'crash'
      readonly container: string
      readonly exitCode: number
      readonly from: number
      /** Only in the run after so many restarts. */
      readonly run?: number
    }
  /** At a node: an image that cannot be pulled. What runs already goes on. */
  | { readonly fault: 'image'; readonly image: string }
  /** At a node: the machine is off. */
  | { readonly fault: 'down'; readonly from: number }
  /** At Service kube-system/kube-dns: no question is answered. */
  | { readonly fault: 'silent' }
  /** At a pod, a node or a Service: the way there takes longer (milliseconds, both ways), or loses packets (0 to 1). */
  | {
      readonly fault: 'path'
      readonly latency?: number
      readonly loss?: number
      /** What probes of a pod find from then on. */
      readonly from?: number
    }

export type FaultKind = Fault['fault']
export type FaultOf<K extends FaultKind> = Extract<Fault, { readonly fault: K }>

/** The annotation, of the object that is broken, that keeps its faults: a JSON list. */
export const faultsKey = 'kubesim.io/faults'

/** What is broken at an object. */
export const faultsOf = (object: KubeObject | undefined): readonly Fault[] => {
  const text = object?.metadata.annotations?.[faultsKey]
  return text ? parse(text) : []
}

/** The same of one kind of fault. */
export const faultsOfKind = <K extends FaultKind>(object: KubeObject | undefined, kind: K): readonly FaultOf<K>[] =>
  faultsOf(object).filter((one): one is FaultOf<K> => one.fault === kind)

/** What the faults on a way add up to, over the objects that it leads past. */
export const pathFault = (objects: readonly (KubeObject | undefined)[]): { latency: number; loss: number } => {
  const faults = objects.flatMap(object => faultsOfKind(object, 'path'))
  return {
    latency: faults.reduce((sum, { latency = 0 }) => sum + latency, 0),
    loss: 1 - faults.reduce((kept, { loss = 0 }) => kept * (1 - loss), 1),
  }
}

const parse = (text: string): readonly Fault[] => {
  try {
    const faults: unknown = JSON.parse(text)
    return Array.isArray(faults) ? faults.filter(isFault) : []
  } catch (error) {
    // Somebody wrote the annotation by hand: then nothing is broken.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'fault' in value && typeof value.fault === 'string'
