import type { PodPlace } from '../api/kubelet.ts'
import { folderOf, objectKey, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { emptyDisk, type PodDisk } from '../api/pod-disk.ts'
import type { Store } from '../store/store.ts'

// What was written in pods is kept beside the objects of the API, which knows nothing of it.
interface StoredDisk extends KubeObject {
  readonly disk: PodDisk
}

const kind = 'PodDisk'
const folder = 'poddisks/'

export const readDisk = (store: Store<KubeObject>, place: PodPlace): PodDisk => {
  const found = store.get(keyOf(place)) as StoredDisk | undefined
  return found && found.metadata.uid === podOf(store, place)?.metadata.uid ? found.disk : emptyDisk
}

/** Keeps what was written in a pod; in one that is gone by now nothing was. */
export const keepDisk = (store: Store<KubeObject>, place: PodPlace, disk: PodDisk): void => {
  const pod = podOf(store, place)
  if (!pod) return
  const { name, namespace, uid } = pod.metadata
  const stored: StoredDisk = { apiVersion: 'kubesim.io/v1', kind, metadata: { name, namespace, uid }, disk }
  store.put(keyOf(place), stored)
}

/** Takes the disks of pods away with them. */
export const dropDisksWithPods = (store: Store<KubeObject>): void => {
  const pods = folderOf(resourceOfKind('Pod'))
  store.subscribe(({ type, key }) => {
    if (type === 'DELETED' && key.startsWith(pods)) store.delete(folder + key.slice(pods.length))
  })
}

const keyOf = ({ namespace, pod }: PodPlace): string => `${folder}${namespace}/${pod}`

const podOf = (store: Store<KubeObject>, { namespace, pod }: PodPlace): KubeObject | undefined =>
  store.get(objectKey(resourceOfKind('Pod'), namespace, pod))
