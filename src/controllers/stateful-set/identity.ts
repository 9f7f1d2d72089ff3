import type { ControllerRevision, PersistentVolumeClaim, Pod, StatefulSet } from '../../api/generated/types.ts'
import { podFrom } from '../../api/resources/pod-template.ts'
import { revisionLabel, templateOf } from '../workload/revisions.ts'

/** The number in a pod's name; undefined if it is not one of the set's. */
export const ordinalOf = ({ metadata }: StatefulSet, pod: Pod): number | undefined => {
  const rest = pod.metadata.name.startsWith(`${metadata.name}-`) && pod.metadata.name.slice(metadata.name.length + 1)
  return rest && /^(0|[1-9]\d*)$/.test(rest) ? Number(rest) : undefined
}

/** The pod of a number, from the template of a revision. */
export const podOf = (set: StatefulSet, ordinal: number, revision: ControllerRevision): Pod => {
  const pod = podFrom(templateOf(revision), set)
  const name = `${set.metadata.name}-${ordinal}`
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      name,
      labels: {
        ...pod.metadata.labels,
        'apps.kubernetes.io/pod-index': String(ordinal),
        [revisionLabel]: revision.metadata.name,
        'statefulset.kubernetes.io/pod-name': name,
      },
    },
    spec: { ...pod.spec, hostname: name, ...subdomainOf(set), ...volumesOf(set, pod, ordinal) },
  }
}

/** The claims of a pod: one for each template, which stays when the pod is replaced. */
export const claimsOf = (set: StatefulSet, ordinal: number): readonly PersistentVolumeClaim[] =>
  (set.spec?.volumeClaimTemplates ?? []).map(({ metadata, spec }) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...metadata,
      name: claimName(metadata.name, set, ordinal),
      namespace: set.metadata.namespace,
      labels: { ...metadata.labels, ...set.spec?.selector.matchLabels },
    },
    spec,
  }))

const subdomainOf = ({ spec }: StatefulSet) => (spec?.serviceName ? { subdomain: spec.serviceName } : {})

const claimName = (template: string, { metadata }: StatefulSet, ordinal: number): string =>
  `${template}-${metadata.name}-${ordinal}`

const volumesOf = (set: StatefulSet, { spec }: Pod, ordinal: number) => {
  const claims = (set.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: claimName(metadata.name, set, ordinal) },
  }))
  if (claims.length === 0) return {}
  const others = (spec.volumes ?? []).filter(({ name }) => !claims.some(claim => claim.name === name))
  return { volumes: [...claims, ...others] }
}
