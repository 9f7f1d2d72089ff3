import type { PodSpec, PodStatus } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import { isDefined } from '../../util/range.ts'
import { type HostsFile, type HostsLine, parseHosts } from './hosts-file.ts'

type PodLike = KubeObject & { readonly spec: PodSpec; readonly status?: PodStatus | undefined }

/**
 * /etc/hosts as the kubelet writes it into a pod's containers; a pod on the host's network gets a copy of its node's.
 */
export const hostsTextOf = (pod: PodLike, clusterDomain: string, nodeHosts = localhostLines): string =>
  pod.spec.hostNetwork
    ? `# Kubernetes-managed hosts file (host network).\n${nodeHosts}${aliasText(pod)}`
    : `# Kubernetes-managed hosts file.\n${localhostLines}${ownLines(pod, clusterDomain).map(printLine).join('')}${aliasText(pod)}`

/** The same as a resolver reads it. */
export const hostsOf = (pod: PodLike, clusterDomain: string): HostsFile => parseHosts(hostsTextOf(pod, clusterDomain))

/** What a container's `hostname` says: spec.hostname, else the pod's name, of which a host name may have 63 letters. */
export const hostnameOf = ({ metadata, spec }: KubeObject & { readonly spec: PodSpec }): string =>
  spec.hostname || metadata.name.slice(0, 63).replace(/[-.]+$/, '')

const localhostLines = [
  '127.0.0.1\tlocalhost\n',
  '::1\tlocalhost ip6-localhost ip6-loopback\n',
  'fe00::0\tip6-localnet\n',
  'fe00::0\tip6-mcastprefix\n',
  'fe00::1\tip6-allnodes\n',
  'fe00::2\tip6-allrouters\n',
].join('')

const ownLines = (pod: PodLike, clusterDomain: string): HostsLine[] => {
  const host = hostnameOf(pod)
  const { subdomain } = pod.spec
  const names = subdomain
    ? [`${host}.${subdomain}.${pod.metadata.namespace ?? 'default'}.svc.${clusterDomain}`, host]
    : [host]
  const addresses = pod.status?.podIPs?.map(({ ip }) => ip) ?? [pod.status?.podIP].filter(isDefined)
  return addresses.map(address => ({ address, names }))
}

const aliasText = ({ spec }: PodLike): string =>
  spec.hostAliases?.length
    ? `\n# Entries added by HostAliases.\n${spec.hostAliases
        .map(({ ip, hostnames }) => printLine({ address: ip, names: hostnames ?? [] }))
        .join('')}`
    : ''

const printLine = ({ address, names }: HostsLine): string => `${[address, ...names].join('\t')}\n`
