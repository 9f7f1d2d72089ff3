import { defineCheck } from '../check.ts'
import { clientPod } from '../client-pod.ts'
import { nameOf } from '../commands.ts'
import { changing } from '../owner.ts'

/** Pods that do not ask the cluster's DNS: on their host's network without the policy for it, or by another policy. */
export const hostNetwork = defineCheck({
  name: 'host-network',
  applies: () => true,
  find(context) {
    const client = clientPod(context)
    const asked = context.target.host !== undefined && client ? [client] : context.target.pods
    return asked
      .filter(
        ({ metadata, spec }) =>
          metadata.namespace !== 'kube-system' && spec.hostNetwork && spec.dnsPolicy === 'ClusterFirst',
      )
      .map(pod => {
        const dnsPolicy = 'ClusterFirstWithHostNet' as const
        return {
          about: nameOf(context, pod),
          cause: "it is on its host's network with dnsPolicy ClusterFirst, which there means: ask the host's DNS",
          evidence: [
            "its name server is its node's, which knows no Service",
            'ClusterFirstWithHostNet asks the cluster',
          ],
          mend: changing(context, pod, { change: { spec: { dnsPolicy } }, spec: spec => ({ ...spec, dnsPolicy }) }),
        }
      })
  },
})
