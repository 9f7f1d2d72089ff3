import type { LogLine } from '../api/behaviour.ts'
import type { ConfigMap, Container } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { checkCorefile } from '../dns/check-corefile.ts'
import { reloadLog, startLog } from '../dns/start-log.ts'
import { repositoryOf } from '../images/image.ts'

/**
 * What a container of CoreDNS printed: its start under the Corefile of then, and what it made of each change since.
 * Nothing of any other container.
 */
export const corednsLog = (view: ClusterView, { image = '' }: Container, started: number): readonly LogLine[] => {
  if (!/(^|\/)coredns$/.test(repositoryOf(image))) return []
  const [first, ...changes] = corefilesSince(view, started)
  return [
    ...(first ? startLog(first.text).map(text => ({ time: started, text })) : []),
    ...changes.flatMap(({ since, text }) =>
      reloadLog(text, problemOf(view, text)).map(line => ({ time: since, text: line })),
    ),
  ]
}

interface Corefile {
  readonly since: number
  readonly text: string
}

const dataOf = (view: ClusterView): ConfigMap['data'] =>
  view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data

/** The one that stood at a time, and those that came later. */
const corefilesSince = (view: ClusterView, started: number): readonly Corefile[] => {
  const former = (view.formerCorefiles ?? []).filter(({ until }) => until > started).toReversed()
  const current = dataOf(view)?.Corefile
  const texts = [...former.map(({ text }) => text), ...(current === undefined ? [] : [current])]
  return texts.map((text, index) => ({ text, since: former[index - 1]?.until ?? started }))
}

const problemOf = (view: ClusterView, corefile: string): string | undefined =>
  checkCorefile(corefile, { readFile: path => dataOf(view)?.[path.replace('/etc/coredns/', '')] })
