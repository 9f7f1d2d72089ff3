import type { KeyToPath, Secret } from '../../api/generated/types.ts'
import { defineVolume, filesOfKeys, type VolumeContext, type VolumeFile } from './volume.ts'

export const secretVolume = defineVolume({
  files: ({ secret }, context) =>
    secret && secretFiles({ name: secret.secretName, items: secret.items }, context, secret.defaultMode),
})

interface Source {
  readonly name?: string | undefined
  readonly items?: readonly KeyToPath[] | undefined
}

/** The files that a reference to a Secret stands for; none where there is no such Secret. */
export const secretFiles = (
  { name = '', items }: Source,
  { pod, cluster }: VolumeContext,
  mode: number | undefined,
): readonly VolumeFile[] => {
  const found = cluster.get<Secret>('Secret', pod.metadata.namespace, name)
  const data = Object.entries(found?.data ?? {}).map(([key, text]) => [key, Buffer.from(String(text), 'base64')])
  return filesOfKeys(Object.fromEntries(data), { items, mode })
}
