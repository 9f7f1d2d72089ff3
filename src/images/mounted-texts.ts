import type { ConfigMap, VolumeMount } from '../api/generated/types.ts'
import type { Process } from './running.ts'

type Mounted = Pick<Process, 'pod' | 'container' | 'cluster'>

/** The texts that ConfigMaps bring into a folder of a container, by their names there. */
export const mountedTexts = (mounted: Mounted, folder: string): ReadonlyMap<string, string> =>
  new Map(
    (mounted.container.volumeMounts ?? []).flatMap(mount =>
      [...textsOf(mount, mounted)].flatMap(([path, text]): [string, string][] => {
        const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : ''
        return name === '' || name.includes('/') ? [] : [[name, text]]
      }),
    ),
  )

/** Whether a volume stands at a folder, and hides what the image has there. */
export const isMountedAt = ({ container }: Mounted, folder: string): boolean =>
  (container.volumeMounts ?? []).some(({ mountPath }) => mountPath.replace(/\/$/, '') === folder)

/** Whether a volume brings something into a folder, or below it. */
export const mountsWithin = ({ volumeMounts = [] }: Process['container'], folder: string): boolean =>
  volumeMounts.some(({ mountPath }) => mountPath.startsWith(folder))

const textsOf = ({ name, mountPath, subPath }: VolumeMount, { pod, cluster }: Mounted): ReadonlyMap<string, string> => {
  const source = pod.spec.volumes?.find(volume => volume.name === name)?.configMap
  const data = source && cluster.get<ConfigMap>('ConfigMap', pod.metadata.namespace, source.name ?? '')?.data
  if (!data) return new Map()
  const items = source.items ?? Object.keys(data).map(key => ({ key, path: key }))
  const at = mountPath.replace(/\/$/, '')
  const wanted = subPath ? items.filter(({ path }) => path === subPath) : items
  return new Map(wanted.map(({ key, path }) => [subPath ? at : `${at}/${path}`, data[key] ?? '']))
}
