import type { Endpoints, Ingress, Pod, Service } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import type { Network } from '../../network/network.ts'
import type { HttpUrl } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import type { Workload } from './workloads.ts'

/** What is wrong, how that shows, and the commands (one after the other, as typed in a shell) that mend it. */
export interface Finding {
  /** What it is about: `service/web`. */
  readonly about: string
  readonly cause: string
  readonly evidence: readonly string[]
  readonly mend: readonly string[]
}

/** A finding, with the name of the check that found it. */
export interface NamedFinding extends Finding {
  readonly check: string
}

/** What somebody asks about. Each list is empty where it has nothing of the kind. */
export interface Target {
  /** As it is printed: `service/web`, `http://web:8080/`. */
  readonly name: string
  readonly namespace: string
  /** The Services that it is, leads to, or is selected by. */
  readonly services: readonly Service[]
  /** The pods that it is, or that its Services select. */
  readonly pods: readonly Pod[]
  readonly endpoints?: Endpoints | undefined
  /** The object itself, where one is asked about. */
  readonly object?: KubeObject | undefined
  /** What makes the pods, where that is asked about. */
  readonly workload?: Workload | undefined
  readonly ingress?: Ingress | undefined
  /** A name that is to resolve. */
  readonly host?: string | undefined
  /** A request that is to be answered. */
  readonly url?: HttpUrl | undefined
}

/** The object that is asked about, if it is of this kind. */
export const askedFor = <T extends KubeObject>({ object }: Target, kind: T['kind']): T | undefined =>
  object?.kind === kind ? (object as T) : undefined

/** What a check works with: the cluster, a place in it that asks, and its network. */
export interface WhyContext {
  readonly target: Target
  readonly view: ClusterView
  readonly settings: ClusterSettings
  /** The one that is asked in. */
  readonly namespace: string
  /** The one that a command without -n is for. */
  readonly home: string
  /** `--from`, as it was given. */
  readonly from: string
  readonly world: ToolWorld
  readonly network: Network
  /** Milliseconds. */
  readonly now: number
  /** The world of another place, as `--from` names it; empty is some pod of the namespace. */
  at(from: string, namespace: string): Promise<ToolWorld>
  /** The last lines that a container has printed; the run before this one's where that is asked for. */
  lastLines(pod: Pod, container: string, previous: boolean): Promise<readonly string[]>
  /** What is wrong with a request that a pod makes. */
  follow(url: HttpUrl, pod: Pod): Promise<readonly NamedFinding[]>
  /** What the checks before this one have found. */
  readonly found: readonly NamedFinding[]
}

export interface Check {
  readonly name: string
  applies(target: Target): boolean
  find(context: WhyContext): readonly Finding[] | Promise<readonly Finding[]>
}

/** Identity: gives a check its type. */
export const defineCheck = (check: Check): Check => check

/** A check of each Service that is asked about. */
export const serviceCheck = (
  name: string,
  find: (service: Service, context: WhyContext) => readonly Finding[] | Promise<readonly Finding[]>,
): Check => ({
  name,
  applies: ({ services }) => services.length > 0,
  async find(context) {
    return (await Promise.all(context.target.services.map(service => find(service, context)))).flat()
  },
})
