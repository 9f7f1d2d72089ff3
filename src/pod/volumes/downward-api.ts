import type { DownwardAPIVolumeFile } from '../../api/generated/types.ts'
import { podField } from '../../api/resources/pod/field.ts'
import { resourceText } from '../../api/resources/pod/resource-field.ts'
import { defaultMode, defineVolume, type VolumeContext, type VolumeFile } from './volume.ts'

export const downwardApiVolume = defineVolume({
  files: ({ downwardAPI }, context) =>
    downwardAPI && downwardApiFiles(downwardAPI.items ?? [], context, downwardAPI.defaultMode),
})

/** Fields of the pod as files. */
export const downwardApiFiles = (
  items: readonly DownwardAPIVolumeFile[],
  { pod }: VolumeContext,
  mode = defaultMode,
): readonly VolumeFile[] =>
  items.map(item => ({ path: item.path, content: textOf(item, pod), mode: item.mode ?? mode }))

const textOf = ({ fieldRef, resourceFieldRef }: DownwardAPIVolumeFile, pod: VolumeContext['pod']): string => {
  if (fieldRef) return podField(pod, fieldRef.fieldPath) ?? ''
  if (!resourceFieldRef) return ''
  const container = pod.spec.containers.find(({ name }) => name === resourceFieldRef.containerName)
  return resourceText(resourceFieldRef, container ?? {})
}
