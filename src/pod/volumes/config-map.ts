import type { ConfigMap, ConfigMapVolumeSource } from '../../api/generated/types.ts'
import { defineVolume, filesOfKeys, type VolumeContext, type VolumeFile } from './volume.ts'

export const configMapVolume = defineVolume({
  files: ({ configMap }, context) => configMap && configMapFiles(configMap, context, configMap.defaultMode),
})

type Source = Pick<ConfigMapVolumeSource, 'name' | 'items'>

/** The files that a reference to a ConfigMap stands for; none where there is no such ConfigMap. */
export const configMapFiles = (
  { name = '', items }: Source,
  { pod, cluster }: VolumeContext,
  mode: number | undefined,
): readonly VolumeFile[] => {
  const found = cluster.get<ConfigMap>('ConfigMap', pod.metadata.namespace, name)
  const texts = Object.entries(found?.data ?? {}).map(([key, text]) => [key, Buffer.from(text)] as const)
  const bytes = Object.entries(found?.binaryData ?? {}).map(
    ([key, text]) => [key, Buffer.from(String(text), 'base64')] as const,
  )
  return filesOfKeys(Object.fromEntries([...texts, ...bytes]), { items, mode })
}
