import type { Pod, Volume } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'

/** A file of a volume, by its path in there. */
export interface VolumeFile {
  readonly path: string
  readonly content: Buffer | string
  readonly mode: number
}

/** What the kubelet fills volumes from. */
export interface VolumeContext {
  readonly pod: Pod
  readonly cluster: ClusterView
  readonly clusterDomain: string
}

/** A kind of volume that the kubelet fills, and that nobody may write to. What is not in the list of these is empty. */
export interface FilledVolume {
  /** The files of a volume of this kind; undefined if it is of another. */
  files(volume: Volume, context: VolumeContext): readonly VolumeFile[] | undefined
}

/** Identity: gives a kind of volume its type. */
export const defineVolume = (volume: FilledVolume): FilledVolume => volume

export const defaultMode = 0o644

interface Item {
  readonly key: string
  readonly path: string
  readonly mode?: number | undefined
}

/** The keys of a ConfigMap or Secret as files: those that are listed under the paths given there, else all. */
export const filesOfKeys = (
  data: Readonly<Record<string, Buffer>>,
  { items, mode = defaultMode }: { readonly items?: readonly Item[] | undefined; readonly mode?: number | undefined },
): readonly VolumeFile[] => {
  const wanted = items ?? Object.keys(data).map((key): Item => ({ key, path: key }))
  return wanted.flatMap(({ key, path, mode: own }) => {
    const content = data[key]
    return content ? [{ path, content, mode: own ?? mode }] : []
  })
}
