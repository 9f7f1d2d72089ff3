import type { ConfigMap, ConfigMapVolumeSource, Pod, Secret, Volume } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import { isDefined } from '../../util/range.ts'
import { absence, type Reference } from './references.ts'

/** A volume that cannot be brought into a pod, and why, in a kubelet's words. */
export interface Unmounted {
  readonly volume: string
  readonly message: string
}

/** The volumes of a pod that lack their ConfigMap or Secret, or a key of it. */
export const unmountedVolumes = ({ metadata, spec }: Pod, cluster: ClusterView): readonly Unmounted[] =>
  (spec.volumes ?? []).flatMap(volume => {
    const missing = sourcesOf(volume, metadata.namespace ?? '')
      .map(source => lacking(source, cluster))
      .find(isDefined)
    return missing === undefined ? [] : [{ volume: volume.name, message: missing }]
  })

interface Source extends Reference {
  readonly items?: ConfigMapVolumeSource['items'] | undefined
}

const sourcesOf = ({ configMap, secret, projected }: Volume, namespace: string): readonly Source[] => [
  ...(configMap ? [{ kind: 'ConfigMap' as const, namespace, ...configMap }] : []),
  ...(secret ? [{ kind: 'Secret' as const, namespace, ...secret, name: secret.secretName }] : []),
  ...(projected?.sources ?? []).flatMap(({ configMap, secret }): readonly Source[] => [
    ...(configMap ? [{ kind: 'ConfigMap' as const, namespace, ...configMap }] : []),
    ...(secret ? [{ kind: 'Secret' as const, namespace, ...secret }] : []),
  ]),
]

// The cluster writes it into every namespace, and a pod that is there before it only waits a moment.
const ownConfigMap = 'kube-root-ca.crt'

const lacking = (source: Source, cluster: ClusterView): string | undefined => {
  const { kind, name = '', namespace, items = [], optional } = source
  if (optional || name === ownConfigMap) return undefined
  const found = cluster.get<ConfigMap & Secret>(kind, namespace, name)
  if (!found) return absence(source, cluster)
  const keys = { ...found.data, ...found.binaryData }
  const missing = items.find(({ key }) => keys[key] === undefined)
  return missing && `references non-existent ${kind === 'Secret' ? 'secret' : 'config'} key: ${missing.key}`
}
