import type { Pod } from '../../api/generated/types.ts'
import type { WhyContext } from './check.ts'

/** The pod that `--from` names, if it names one that is there. */
export const clientPod = ({
  from,
  view,
  namespace,
}: Pick<WhyContext, 'from' | 'view' | 'namespace'>): Pod | undefined => {
  const [kind, name = ''] = from.split('/')
  return kind === 'pod' ? view.get<Pod>('Pod', namespace, name) : undefined
}
