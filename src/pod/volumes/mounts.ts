import { posix } from 'node:path'
import type { Container, VolumeMount } from '../../api/generated/types.ts'
import { expandVariables } from '../../util/expand-variables.ts'
import { type Entry, fileOf, folderAt, linkTo } from '../files/entry.ts'
import { filledVolumes } from './index.ts'
import type { VolumeContext, VolumeFile } from './volume.ts'

/** A place in a container where a volume is. */
export interface Mount {
  readonly path: string
  readonly isReadOnly: boolean
  /** What it holds at first, by absolute path. */
  readonly entries: ReadonlyMap<string, Entry>
  /** The volume, and where in it, of one that containers write to: what is written there is the volume's. */
  readonly shared?: { readonly volume: string; readonly subPath: string } | undefined
}

export interface Mounted extends VolumeContext {
  readonly container: Container
  /** The container's variables, for subPathExpr. */
  variable(name: string): string | undefined
}

/** Where the volumes of a pod are in one of its containers. */
export const mountsOf = (mounted: Mounted): readonly Mount[] =>
  (mounted.container.volumeMounts ?? []).map(mount => mountOf(mount, mounted))

const mountOf = (mount: VolumeMount, mounted: Mounted): Mount => {
  const path = posix.resolve('/', mount.mountPath)
  const { pod } = mounted
  const volume = pod.spec.volumes?.find(({ name }) => name === mount.name)
  const files = volume && filesOf(volume, mounted)
  const at = Date.parse(pod.status?.startTime ?? pod.metadata.creationTimestamp ?? '') || 0
  const subPath = mount.subPath ?? expandVariables(mount.subPathExpr ?? '', mounted.variable)
  if (!files) {
    const shared = { volume: mount.name, subPath }
    return { path, isReadOnly: mount.readOnly === true, entries: new Map([[path, folderAt(at, 0o777)]]), shared }
  }
  const entries = subPath ? partOf(files, subPath, { path, at }) : whole(files, { path, at })
  return { path, isReadOnly: true, entries: new Map(entries) }
}

const filesOf = (volume: Parameters<(typeof filledVolumes)[number]['files']>[0], context: VolumeContext) => {
  for (const kind of filledVolumes) {
    const files = kind.files(volume, context)
    if (files) return files
  }
  return undefined
}

interface Spot {
  readonly path: string
  readonly at: number
}

type Placed = readonly [path: string, entry: Entry]

/** One file of a volume, or one folder of it, at the path of the mount. */
const partOf = (files: readonly VolumeFile[], subPath: string, { path, at }: Spot): readonly Placed[] =>
  files.flatMap(({ path: own, content, mode }): readonly Placed[] => {
    if (own === subPath) return [[path, fileOf(content, at, mode)]]
    return own.startsWith(`${subPath}/`) ? [[path + own.slice(subPath.length), fileOf(content, at, mode)]] : []
  })

/** The kubelet writes files into a folder of the time, and links to it: so it can exchange all of them at once. */
const whole = (files: readonly VolumeFile[], { path, at }: Spot): readonly Placed[] => {
  const folder = `..${new Date(at).toISOString().slice(0, 19).replaceAll('-', '_').replace('T', '_').replaceAll(':', '_')}.000000000`
  const tops = [...new Set(files.map(file => file.path.split('/')[0] ?? ''))]
  return [
    [path, folderAt(at, 0o777)],
    [`${path}/..data`, linkTo(folder, at)],
    ...tops.map((top): Placed => [`${path}/${top}`, linkTo(`..data/${top}`, at)]),
    ...files.map((file): Placed => [`${path}/${folder}/${file.path}`, fileOf(file.content, at, file.mode)]),
  ]
}
