import type { ContainerResponse, Question } from '../api/behaviour.ts'
import type { Kubelet } from '../api/kubelet.ts'
import type { Backend } from '../apiserver/backend.ts'
import { seededRandom } from '../util/random.ts'

export interface PodRequest {
  readonly backend: Pick<Backend, 'read'>
  readonly kubelet: Kubelet
  readonly namespace: string
  readonly pod: string
}

/** A request from a pod, along its own resolver and the cluster's network; undefined if it does not come through. */
export const podRequest = async (
  { backend, kubelet, namespace, pod }: PodRequest,
  { url, request }: Pick<Question, 'url' | 'request'>,
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
  return fetchUrl(world, url, request)
}
