import type { Service } from '../../../api/generated/types.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { clientPod } from '../client-pod.ts'
import { listed } from '../commands.ts'
import { changing } from '../owner.ts'

/** A name of the cluster's, asked of name servers that know nothing of the cluster. */
export const foreignDns = (host: string, context: WhyContext): readonly Finding[] => {
  // A pod on its host's network was told of before.
  if (context.found.some(({ check }) => check === 'host-network')) return []
  const { from, world } = context
  return [
    {
      about: host,
      cause: `${from || 'who asks'} does not ask the cluster's DNS, which alone knows Services`,
      evidence: [`its name servers are ${listed(world.resolvConf.nameservers)}`],
      mend: clientPod(context) ? askingCluster(context) : [asking(host, { ...context, from: '' })],
    },
  ]
}

export const asksCluster = ({ view, world }: WhyContext): boolean => {
  const { clusterIP = '' } = view.get<Service>('Service', 'kube-system', 'kube-dns')?.spec ?? {}
  return world.resolvConf.nameservers.includes(clusterIP)
}

const askingCluster = (context: WhyContext): readonly string[] => {
  const pod = clientPod(context)
  if (!pod) return []
  const dnsPolicy = pod.spec.hostNetwork ? ('ClusterFirstWithHostNet' as const) : ('ClusterFirst' as const)
  return changing(context, pod, {
    change: { spec: { dnsPolicy, dnsConfig: null } },
    spec: ({ dnsConfig: _, ...spec }) => ({ ...spec, dnsPolicy }),
  })
}
