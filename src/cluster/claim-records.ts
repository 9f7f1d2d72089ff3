import type { Pod } from '../api/generated/types.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { KeptEntries, PodDisk } from '../api/pod-disk.ts'
import type { Store } from '../store/store.ts'
import { sameJson } from '../util/same-json.ts'

/** What was written in the volume of a claim: it stays as long as there is the claim, whatever pods come and go. */
interface ClaimRecord extends KubeObject {
  readonly entries: KeptEntries
}

const folder = 'claimrecords/'

/** The disk of a pod with what stands in the volumes that it claims. */
export const withClaims = (store: Store<KubeObject>, pod: Pod, disk: PodDisk): PodDisk => {
  const claims = claimsOf(pod)
  if (claims.length === 0) return disk
  const found = claims.map(({ volume, key }) => [volume, (store.get(key) as ClaimRecord | undefined)?.entries ?? {}])
  return { ...disk, volumes: { ...disk.volumes, ...Object.fromEntries(found) } }
}

/** Keeps what stands in the volumes that a pod claims with the claims, and gives the rest of its disk. */
export const keepClaims = (store: Store<KubeObject>, pod: Pod, disk: PodDisk): PodDisk => {
  const claims = claimsOf(pod)
  if (claims.length === 0) return disk
  for (const { volume, key, name } of claims) {
    const entries = disk.volumes[volume] ?? {}
    const old = store.get(key) as ClaimRecord | undefined
    if (sameJson(entries, old?.entries ?? {})) continue
    const { namespace } = pod.metadata
    const record: ClaimRecord = {
      apiVersion: 'kubesim.io/v1',
      kind: 'ClaimRecord',
      metadata: { name, namespace },
      entries,
    }
    store.put(key, record)
  }
  const claimed = new Set(claims.map(({ volume }) => volume))
  return { ...disk, volumes: Object.fromEntries(Object.entries(disk.volumes).filter(([name]) => !claimed.has(name))) }
}

/** Takes the record of a claim away with it. */
export const dropClaims = (store: Store<KubeObject>): void => {
  const claims = folderOf(resourceOfKind('PersistentVolumeClaim'))
  store.subscribe(({ type, key }) => {
    if (type === 'DELETED' && key.startsWith(claims)) store.delete(folder + key.slice(claims.length))
  })
}

const claimsOf = ({ metadata: { namespace = 'default' }, spec }: Pod) =>
  (spec.volumes ?? []).flatMap(({ name: volume, persistentVolumeClaim }) => {
    const name = persistentVolumeClaim?.claimName
    return name ? [{ volume, name, key: `${folder}${namespace}/${name}` }] : []
  })
