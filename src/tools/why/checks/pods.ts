import type { Pod } from '../../../api/generated/types.ts'
import { controllerOf } from '../../../api/meta.ts'
import { isPodFinished, isPodReady } from '../../../api/pod-status.ts'
import { asWritten } from '../as-written.ts'
import { askedFor, defineCheck, type Target, type WhyContext } from '../check.ts'
import { applying, command, listed, patching } from '../commands.ts'
import { merged, type PodFinding } from '../merged.ts'
import { changing } from '../owner.ts'
import { troubleOf } from '../pod-trouble.ts'
import { servingPods } from '../pods.ts'

/** Pods that get no traffic as they are not ready, and what keeps them from it. */
export const pods = defineCheck({
  name: 'pods',
  applies: ({ pods }) => pods.length > 0,
  async find(context) {
    const { services, pods } = context.target
    const unready = pods.filter(pod => !isPodReady(pod) && !isDone(pod))
    const found = await Promise.all([...unready, ...failedPod(context.target)].map(pod => troubleOf(pod, context)))
    const isServed = servingPods(pods).length > 0
    const ignoresReadiness = services.some(({ spec }) => spec.publishNotReadyAddresses)
    const finished = services.length > 0 && !isServed && !ignoresReadiness ? pods.filter(isDone) : []
    const told = found.filter(({ isPassing }) => !isPassing || (!isServed && !ignoresReadiness))
    return merged([...told, ...finished.map(pod => done(pod, context))], context)
  },
})

/** A pod that failed for good is told of where it is asked about by itself, or gets no traffic for it. */
const failedPod = (target: Target): readonly Pod[] => {
  const pod = askedFor<Pod>(target, 'Pod')
  return pod && isFailed(pod) && target.services.length === 0 ? [pod] : []
}

const isFailed = ({ metadata, status }: Pod): boolean => status?.phase === 'Failed' && !metadata.deletionTimestamp

const isDone = (pod: Pod): boolean => isPodFinished(pod) || pod.metadata.deletionTimestamp !== undefined

const done = (pod: Pod, context: WhyContext): PodFinding => {
  if (pod.metadata.deletionTimestamp) return leaving(pod, context)
  const phase = pod.status?.phase ?? ''
  return {
    pod,
    cause: `it has finished (${phase}) and runs no more: a Service needs a program that goes on`,
    evidence: [`phase ${phase}, restartPolicy ${pod.spec.restartPolicy}`],
    mend: changing(context, pod, { change: { spec: lasting(pod.spec) }, spec: lasting }),
  }
}

/** A pod whose containers do not end. */
const lasting = ({ containers, ...spec }: Pod['spec']): Pod['spec'] => ({
  ...spec,
  restartPolicy: 'Always',
  containers: containers.map(({ args: _, ...container }) => ({ ...container, command: ['sleep', 'infinity'] })),
})

const leaving = (pod: Pod, context: WhyContext): PodFinding => {
  const { name, namespace, finalizers = [], deletionTimestamp } = pod.metadata
  const held = patching(context, pod, { metadata: { finalizers: null } }, 'merge')
  return {
    pod,
    cause: 'it is being deleted, and gets no new connections',
    evidence: [
      `deleted at ${deletionTimestamp}`,
      ...(finalizers.length > 0 ? [`finalizers hold it: ${listed(finalizers)}`] : []),
    ],
    mend: [
      ...(finalizers.length > 0 ? [held] : []),
      command(context, `wait --for=delete pod/${name} --timeout=120s`, namespace),
      ...(controllerOf(pod) ? [] : [applying(context, asWritten(pod))]),
    ],
  }
}
