import type { ContainerResponse } from '../api/behaviour.ts'
import type { Kubelet } from '../api/kubelet.ts'
import type { Backend } from '../apiserver/backend.ts'
import { seededRandom } from '../util/random.ts'

export interface PodRequest {
  readonly backend: Backend
  readonly kubelet: Kubelet
  readonly namespace: string
  readonly pod: string
}

/** A GET from a pod, along its own resolver and the cluster's network; undefined if it does not come through. */
export const podRequest = async (
  { backend, kubelet, namespace, pod }: PodRequest,
  url: string,
): Promise<ContainerResponse | undefined> => {
  const [{ clusterWorld }, { fetchUrl }] = await Promise.all([
    import('../tools/cluster-world.ts'),
    import('../tools/http/fetch-url.ts'),
  ])
  const { view, settings, now, chance } = await backend.read(snapshot => snapshot)
  const nothing = { write: () => undefined }
  const world = clusterWorld({
    cluster: view,
    clusterDomain: settings.clusterDomain,
    now,
    random: seededRandom(chance ^ now),
    namespace,
    from: `pod/${pod}`,
    libc: 'musl',
    out: nothing,
    err: nothing,
    files: { read: () => '', write: () => undefined },
    kubelet,
  })
  return fetchUrl(world, url)
}
