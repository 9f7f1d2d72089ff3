import type { ConfigMap } from '../../../api/generated/types.ts'
import { checkCorefile } from '../../../dns/check-corefile.ts'
import { defaultCorefile } from '../../../dns/default-corefile.ts'
import type { Finding, WhyContext } from '../check.ts'
import { applying, patching } from '../commands.ts'
import { about } from './about.ts'

/** A Corefile that CoreDNS cannot read. */
export const unreadable = (context: WhyContext): Finding | undefined => {
  const text = context.view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data?.Corefile
  const error = text === undefined ? 'there is no Corefile in ConfigMap kube-system/coredns' : checkCorefile(text)
  return error === undefined
    ? undefined
    : {
        about,
        cause: 'CoreDNS cannot read its Corefile: it keeps the one from before, and will not start again',
        evidence: [error],
        mend: restored(context),
      }
}

/** A Corefile by which CoreDNS passes no question on. */
export const doesNotForward = (host: string, context: WhyContext): Finding => ({
  about: host,
  cause:
    'it is known outside of the cluster, but CoreDNS cannot ask there: its Corefile passes nothing on that leads to it',
  evidence: ['the Corefile needs a line `forward . /etc/resolv.conf` in a block for port 53'],
  mend: restored(context),
})

/** A Corefile by which CoreDNS knows no Service. */
export const doesNotKnow = (context: WhyContext): Finding => {
  const { clusterDomain } = context.settings
  return {
    about,
    cause: 'CoreDNS answers, but does not know the Services of the cluster: its Corefile is not right',
    evidence: [
      `kubernetes.default.svc.${clusterDomain} does not resolve`,
      `the Corefile needs a line \`kubernetes ${clusterDomain} ...\` in a block for port 53`,
    ],
    mend: restored(context),
  }
}

/** What kubeadm wrote, which works. */
const restored = (context: WhyContext): readonly string[] => {
  const Corefile = defaultCorefile.replaceAll('cluster.local', context.settings.clusterDomain)
  const metadata = { name: 'coredns', namespace: 'kube-system' }
  const found = context.view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata }
  return [
    found
      ? patching(context, configMap, { data: { Corefile } }, 'merge')
      : applying(context, { ...configMap, data: { Corefile } }),
  ]
}
