import type { LimitRange, Pod, Toleration } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { admitLimits } from './limits.ts'
import { admitPriority } from './priority.ts'
import { admitServiceAccount } from './service-account.ts'

/** What the cluster makes of a pod before it is stored, in the order of the real server. May throw StatusError. */
export const admitPod = (pod: Pod, context: WriteContext, old?: Pod): Pod => {
  if (old) return withTolerations(pod)
  const ranges = context.cluster.list<LimitRange>('LimitRange', pod.metadata.namespace)
  const limited = admitLimits(pod, ranges)
  const known = admitServiceAccount(limited, context)
  return withTolerations(admitPriority(known, context))
}

const patience = 300

/** A pod stays on a node that is lost for five minutes, if it says nothing else. */
const withTolerations = (pod: Pod): Pod => {
  const { tolerations = [] } = pod.spec
  const missing = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter(key => !tolerations.some(toleration => tolerates(toleration, key)))
    .map((key): Toleration => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: patience }))
  return missing.length === 0 ? pod : { ...pod, spec: { ...pod.spec, tolerations: [...tolerations, ...missing] } }
}

const tolerates = ({ key, effect }: Toleration, taint: string): boolean =>
  (key === taint || !key) && (effect === 'NoExecute' || !effect)
