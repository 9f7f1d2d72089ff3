import type { LogLine } from '../api/behaviour.ts'
import type { ConfigMap, Container } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { startLog } from '../dns/start-log.ts'
import { repositoryOf } from '../images/image.ts'

/** What a container of CoreDNS printed when it started, under the Corefile of now; nothing of any other container. */
export const corednsLog = (view: ClusterView, { image = '' }: Container, started: number): readonly LogLine[] => {
  if (!/(^|\/)coredns$/.test(repositoryOf(image))) return []
  const corefile = view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data?.Corefile ?? ''
  return startLog(corefile).map(text => ({ time: started, text }))
}
