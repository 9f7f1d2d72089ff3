import { addressAt } from '../../../util/ip.ts'
import type { Finding, WhyContext } from '../check.ts'
import { applying } from '../commands.ts'
import { about } from './about.ts'

/** The Service of the DNS is missing. */
export const noService = (context: WhyContext): Finding => {
  const { settings } = context
  const clusterIP = addressAt(settings.serviceRange, 10)
  const spec = {
    clusterIP,
    selector: { 'k8s-app': 'kube-dns' },
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
      { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
      { name: 'metrics', port: 9153, protocol: 'TCP', targetPort: 9153 },
    ],
  }
  const metadata = { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }
  return {
    about,
    cause: 'Service kube-dns is missing: pods ask an address that nobody has',
    evidence: ['there is no Service kube-dns in namespace kube-system'],
    mend: [applying(context, { apiVersion: 'v1', kind: 'Service', metadata, spec })],
  }
}

/** What makes the pods of CoreDNS is missing. */
export const noDeployment = (context: WhyContext): Finding => {
  const labels = { 'k8s-app': 'kube-dns' }
  const container = {
    name: 'coredns',
    image: 'registry.k8s.io/coredns/coredns:v1.14.2',
    ports: [{ containerPort: 53, protocol: 'UDP' }],
  }
  return {
    about,
    cause: 'Deployment coredns is missing: nobody answers questions',
    evidence: ['there is no Deployment coredns in namespace kube-system'],
    mend: [
      applying(context, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'coredns', namespace: 'kube-system', labels },
        spec: {
          replicas: 2,
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { dnsPolicy: 'Default', containers: [container] } },
        },
      }),
    ],
  }
}
