import type { Column } from '../../api/columns.ts'
import type { Resource } from '../../api/resource.ts'
import type { GroupVersionKind } from '../../api/schema.ts'
import { scaleColumns } from './scale-columns.ts'

/** A subresource as discovery tells of it. */
export interface Part {
  readonly name: string
  readonly verbs: readonly string[]
  isOf(resource: Resource): boolean
  /** What is sent and answered there; the kind itself if unset. An empty group is the kind's own. */
  readonly kind?: GroupVersionKind
  /** Of its Tables; those of the kind if unset. */
  readonly columns?: readonly Column[]
  /** Whether the answer to a creation is only that it was done. */
  readonly answersDone?: boolean
}

export const isKind =
  (kind: string, group = '') =>
  (resource: Resource): boolean =>
    resource.kind === kind && resource.group === group

const ofOwnGroup = (kind: string): GroupVersionKind => ({ group: '', version: '', kind })
const scale: GroupVersionKind = { group: 'autoscaling', version: 'v1', kind: 'Scale' }
const tokenRequest: GroupVersionKind = { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenRequest' }
const eviction: GroupVersionKind = { group: 'policy', version: 'v1', kind: 'Eviction' }
const isPod = isKind('Pod')
const written = ['get', 'patch', 'update']
const streamed = ['create', 'get']
const proxied = ['create', 'delete', 'get', 'patch', 'update']

/** All subresources, by name. */
export const parts: readonly Part[] = [
  { name: 'approval', verbs: written, isOf: isKind('CertificateSigningRequest', 'certificates.k8s.io') },
  { name: 'attach', verbs: streamed, isOf: isPod, kind: ofOwnGroup('PodAttachOptions') },
  { name: 'binding', verbs: ['create'], isOf: isPod, kind: ofOwnGroup('Binding'), answersDone: true },
  { name: 'eviction', verbs: ['create'], isOf: isPod, kind: eviction, answersDone: true },
  { name: 'exec', verbs: streamed, isOf: isPod, kind: ofOwnGroup('PodExecOptions') },
  { name: 'finalize', verbs: ['update'], isOf: isKind('Namespace') },
  { name: 'log', verbs: ['get'], isOf: isPod },
  { name: 'portforward', verbs: streamed, isOf: isPod, kind: ofOwnGroup('PodPortForwardOptions') },
  { name: 'proxy', verbs: proxied, isOf: isPod, kind: ofOwnGroup('PodProxyOptions') },
  { name: 'proxy', verbs: proxied, isOf: isKind('Service'), kind: ofOwnGroup('ServiceProxyOptions') },
  {
    name: 'scale',
    verbs: written,
    isOf: ({ scale: rules }) => rules !== undefined,
    kind: scale,
    columns: scaleColumns,
  },
  { name: 'status', verbs: written, isOf: ({ hasStatus }) => hasStatus },
  { name: 'token', verbs: ['create'], isOf: isKind('ServiceAccount'), kind: tokenRequest },
]

/** The subresources of a kind. */
export const partsOf = (resource: Resource): readonly Part[] => parts.filter(({ isOf }) => isOf(resource))
