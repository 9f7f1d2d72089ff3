import type { Random } from '../util/random.ts'
import type { Client } from './client.ts'
import { ageColumn, type Column, nameColumn } from './columns.ts'
import type { Exposure } from './exposure.ts'
import type { FieldError } from './field-error.ts'
import type { Forwarding } from './forwarding.ts'
import type { LabelSelector, PodTemplateSpec } from './generated/types.ts'
import type { KubeObject, Labels } from './meta.ts'
import type { User } from './rbac.ts'
import type { ResourceType } from './resource-type.ts'
import type { Rollout } from './rollout.ts'
import type { QuotaRules } from './usage.ts'
import type { ClusterView } from './view.ts'

/** What admission and allocation may look at besides the object itself. */
export interface WriteContext {
  readonly cluster: ClusterView
  readonly random: Random
  /** The cluster's ranges and names, as it was created. */
  readonly settings: ClusterSettings
  /** Milliseconds since 1970. */
  readonly now: number
  readonly dryRun: boolean
}

/** How a cluster was created, as far as the API needs to know. */
export interface ClusterSettings {
  readonly name: string
  readonly version: string
  /** The range of all pods, of which each node has a part. */
  readonly podRange?: string | undefined
  /** A second range of pod addresses, of the other family. */
  readonly secondaryPodRange?: string | undefined
  readonly serviceRange: string
  /** A second range, of the other family, makes the cluster dual-stack. */
  readonly secondaryServiceRange?: string | undefined
  readonly nodePorts: { readonly from: number; readonly to: number }
  readonly clusterDomain: string
  readonly loadBalancer: LoadBalancerProvider
  /** How long a container takes to start, in milliseconds. */
  readonly startDelay: number
}

/**
 * Where a LoadBalancer Service gets its address: from nobody, a pool, the nodes, or as a host name (`*` is made up).
 */
export type LoadBalancerProvider =
  | { readonly kind: 'none' }
  | { readonly kind: 'pool'; readonly range: string }
  | { readonly kind: 'nodes' }
  | { readonly kind: 'hostname'; readonly pattern: string }

/** What a kind that is only asked, never stored, answers by. */
export interface AnswerContext {
  readonly cluster: ClusterView
  /** Who asks. */
  readonly user: User
  readonly now: number
}

export interface DescribeContext {
  readonly client: Client
  readonly now: number
  readonly showEvents: boolean
}

/**
 * How a kind that runs pods holds their template and finds them: what `set`, `expose`, `logs`, `rollout` need to know.
 */
export interface Workload<T extends KubeObject> {
  template?(object: T): PodTemplateSpec
  withTemplate?(object: T, template: PodTemplateSpec): T
  /** Selects its pods; undefined where it has none. */
  selector?(object: T): LabelSelector | undefined
  /** Kinds whose selector is a map of labels that may be changed. */
  withSelector?(object: T, labels: Labels): T
}

/** The `scale` subresource: where the numbers are. */
export interface Scale<T extends KubeObject> {
  replicas(object: T): number
  current(object: T): number
  withReplicas(object: T, replicas: number): T
  selector(object: T): string
}

/** What happens to an object when its deletion is asked for: it goes at once, or is marked and stays for a while. */
export type Deletion<T extends KubeObject> = { readonly stays: false } | { readonly stays: true; readonly object: T }

/** How objects of a kind look as another one, or in another version, in which they are not stored. */
export interface Guise<T extends KubeObject = KubeObject> {
  readonly of: Resource
  toStored(object: T): KubeObject
  fromStored(object: KubeObject): T
}

/** A kind of the API: its names, and all that is particular to it. Everything optional has the generic behaviour. */
export interface Resource<T extends KubeObject = KubeObject> extends ResourceType {
  readonly columns: readonly Column<T>[]
  /** The verbs of the API that it knows; all if unset. */
  readonly verbs?: readonly string[] | undefined
  readonly hasStatus: boolean
  /** Whether metadata.generation counts changes of the spec. */
  readonly hasGeneration: boolean
  /** Whether an update of an object that is not there creates it. */
  readonly createsOnUpdate?: boolean | undefined
  /** Whether a deletion that says nothing of dependents leaves them: what is told then. */
  readonly orphansByDefault?: string | undefined
  /** Whether the answer to a deletion is the object, and not only that it was done. */
  readonly returnsDeleted?: boolean | undefined
  /** Whether metadata.generation counts changes of annotations, too. */
  readonly countsAnnotations?: boolean | undefined
  /** Said to every client that touches the kind. */
  readonly deprecation?: string | undefined
  /** Whether the values under `data` are not for everybody's eyes. */
  readonly hidesData?: boolean | undefined
  /** Set where objects of the kind are stored as those of another one. */
  readonly guise?: Guise<T> | undefined
  readonly scale?: Scale<T> | undefined
  readonly workload?: Workload<T> | undefined
  /** What an object of the kind uses of what quotas grant; without it, it is one of its kind. */
  readonly quota?: QuotaRules<T> | undefined
  /** Unset where `kubectl expose` refuses the kind. */
  readonly exposure?: Exposure<T> | undefined
  /** Unset where the ports are those of its pods. */
  readonly forwarding?: Forwarding<T> | undefined

  /** Fills in what the API server fills in before anything looks at the object. */
  withDefaults?(object: T): T
  /** What is wrong with a name, in the words of the server; undefined is a DNS-1123 subdomain. */
  validateName?(name: string): readonly string[]
  /** Admission: what others make of the object before it is stored (a pod's service account). May throw StatusError. */
  admit?(object: T, context: WriteContext, old?: T): T
  /** Creating such an object is a question: this is the answer, and nothing is stored. */
  answer?(object: T, context: AnswerContext): T
  /** Wipes what a creator may not set. The status is taken off before, where there is one. */
  prepareForCreate?(object: T): T
  /** Keeps what an updater may not change. The status is the old one's already. */
  prepareForUpdate?(object: T, old: T): T
  /** Gives the object addresses and ports of the cluster's ranges. May throw StatusError. */
  allocate?(object: T, context: WriteContext, old?: T): T
  validate?(object: T, settings: ClusterSettings): readonly FieldError[]
  validateUpdate?(object: T, old: T, settings: ClusterSettings): readonly FieldError[]
  validateStatus?(object: T, old: T): readonly FieldError[]
  warnings?(object: T, old?: T): readonly string[]
  /** `grace` is what the client asked for, in seconds. Without this method objects go at once. */
  startDeletion?(object: T, grace: number | undefined, now: number): Deletion<T>
  /** Whether something of the kind's own (beside finalizers) still holds a deleted object. */
  holdsDeletion?(object: T): boolean
  /** What goes with the object in the same instant. */
  deletedWith?(object: T, cluster: ClusterView): readonly KubeObject[]
  /** Objects that exist exactly as long as this one needs them: a Service's IPAddresses. */
  companions?(object: T): readonly KubeObject[]
  /** As it looks at a time (milliseconds): what goes on without end, as the renewal of a lease, is not stored anew. */
  asOf?(object: T, now: number): T
  /** From when on the object is no more (milliseconds): nobody needs to take it away. Unset: it stays. */
  expiry?(object: T): number
  /** Fields that a field selector may name, besides metadata.name and metadata.namespace. */
  selectableFields?(object: T): Readonly<Record<string, string>>
  /** How its pods are replaced; unset where `kubectl rollout` refuses the kind. */
  rollout?(): Promise<Rollout<T>>
  /** The text of `kubectl describe`: lines whose cells are separated by tabs. */
  describe?(object: T, context: DescribeContext): Promise<readonly string[]>
}

type Given<T extends KubeObject> = Pick<Resource<T>, 'group' | 'version' | 'kind' | 'plural' | 'namespaced'> &
  Partial<Resource<T>>

/** A kind, from what is particular to it. */
export const defineResource = <T extends KubeObject>(given: Given<T>): Resource<T> => ({
  singular: given.kind.toLowerCase(),
  shortNames: [],
  categories: [],
  columns: [nameColumn, ageColumn],
  hasStatus: false,
  hasGeneration: given.hasStatus ?? false,
  ...given,
})

/** `deployments.apps`, `services`: how messages and other programs name the resource. */
export const resourceName = ({ plural, group }: Pick<ResourceType, 'plural' | 'group'>): string =>
  group ? `${plural}.${group}` : plural

/** `deployment.apps/web`, `service/web`: how kubectl names an object. */
export const objectName = ({ singular, group }: Pick<ResourceType, 'singular' | 'group'>, name: string): string =>
  `${group ? `${singular}.${group}` : singular}/${name}`

/** `Service`, `Deployment.apps`: how messages name a kind with its group. */
export const objectKindName = ({ kind, group }: Pick<Resource, 'kind' | 'group'>): string =>
  group ? `${kind}.${group}` : kind
