import { faultsKey } from '../../api/faults.ts'
import type { Job, Pod, StatefulSet } from '../../api/generated/types.ts'
import { sameJson } from '../../util/same-json.ts'

/** A StatefulSet as its author may have written it. */
export const setAsWritten = ({ apiVersion, kind, metadata, spec }: StatefulSet) => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace: metadata.namespace, labels: metadata.labels },
  spec: plain(spec) as StatefulSet['spec'],
})

/** A Job as its author may have written it: without the labels by which it knows its pods. */
export const jobAsWritten = ({ apiVersion, kind, metadata, spec }: Job) => {
  const { selector: _selector, suspend: _suspend, ...own } = spec ?? { template: {} }
  const { metadata: inside, spec: podSpec } = own.template
  const template = { ...labelled(inside?.labels), spec: podSpec }
  const { name, namespace, labels } = metadata
  const { metadata: marks } = labelled(labels)
  return { apiVersion, kind, metadata: { name, namespace, ...marks }, spec: plain({ ...own, template }) }
}

const labelled = (labels: Readonly<Record<string, string>> = {}): { readonly metadata?: object } => {
  const own = ownJobLabels(labels)
  return Object.keys(own).length > 0 ? { metadata: { labels: own } } : {}
}

const ownJobLabels = (labels: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => !/(^|\/)(controller-uid|job-name)$/.test(key)))

/** A pod as its author may have written it: without what the cluster gave it and what it would give again. */
export const asWritten = ({ apiVersion, kind, metadata, spec }: Pod) => {
  const { name, namespace, labels } = metadata
  const { [faultsKey]: _faults, [lastApplied]: _applied, ...annotations } = metadata.annotations ?? {}
  const { nodeName: _node, serviceAccount: _account, tolerations: _tolerations, priority: _priority, ...own } = spec
  const hasNotes = Object.keys(annotations).length > 0
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, labels, ...(hasNotes ? { annotations } : {}) },
    spec: plain(own) as Pod['spec'],
  }
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

// What a pod gets where nothing is said.
const defaults: Readonly<Record<string, readonly unknown[]>> = {
  backoffLimit: [6],
  completionMode: ['NonIndexed'],
  completions: [1],
  dnsPolicy: ['ClusterFirst'],
  enableServiceLinks: [true],
  failureThreshold: [3],
  imagePullPolicy: ['Always', 'IfNotPresent'],
  manualSelector: [false],
  parallelism: [1],
  periodSeconds: [10],
  podManagementPolicy: ['OrderedReady'],
  podReplacementPolicy: ['TerminatingOrFailed'],
  preemptionPolicy: ['PreemptLowerPriority'],
  protocol: ['TCP'],
  restartPolicy: ['Always'],
  revisionHistoryLimit: [10],
  schedulerName: ['default-scheduler'],
  scheme: ['HTTP'],
  serviceAccountName: ['default'],
  successThreshold: [1],
  terminationGracePeriodSeconds: [30],
  terminationMessagePath: ['/dev/termination-log'],
  terminationMessagePolicy: ['File'],
  timeoutSeconds: [1],
}

// The same of what is more than one value.
const wholes: Readonly<Record<string, object>> = {
  persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
}

// An init container with this field is a sidecar: there nothing is a default.
const isDefault = (key: string, value: unknown, owner: object): boolean =>
  (defaults[key]?.includes(value) ?? sameJson(value, wholes[key])) && !(key === 'restartPolicy' && 'image' in owner)

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter(item => !isToken(item)).map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !isDefault(key, item, value))
    .map(([key, item]) => [key, plain(item)] as const)
  return Object.fromEntries(entries.filter(([key, item]) => !isVoid(key, item)))
}

/** The volume of the service account's token, and where it is mounted. */
const isToken = (item: unknown): boolean =>
  String((item as { readonly name?: unknown } | undefined)?.name ?? '').startsWith('kube-api-access-')

const voidable = new Set(['resources', 'securityContext', 'volumes', 'volumeMounts'])

const isVoid = (key: string, item: unknown): boolean => voidable.has(key) && Object.keys(item as object).length === 0
