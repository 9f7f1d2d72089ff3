import type { Service, ServicePort } from '../../api/generated/types.ts'
import { simulatedServer } from '../../api/kubeconfig.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { defineVerb } from '../verb.ts'
import { clusterInfoVerbs } from './cluster-info/index.ts'

export const clusterInfo = defineVerb({
  usage: '[flags]',
  description: 'Shows where the control plane and the Services that belong to the cluster are.',
  examples: '# Of the current cluster\nkubectl cluster-info',
  verbs: clusterInfoVerbs,
  complete: () => undefined,

  async run(_, { client, io, namespace, namespaceGiven }) {
    const options = {
      namespace: namespaceGiven ? namespace : 'kube-system',
      labelSelector: 'kubernetes.io/cluster-service=true',
    }
    const { items } = await client.list(resourceOfKind('Service'), options)
    const services = (items as readonly Service[]).map(
      service =>
        `${service.metadata.labels?.['kubernetes.io/name'] || service.metadata.name} is running at ${linkTo(service)}`,
    )
    const lines = [`Kubernetes control plane is running at ${simulatedServer}`, ...services, '', more]
    io.out.write(lines.map(line => `${line}\n`).join(''))
  },
})

const more = "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'."

const linkTo = ({ metadata, spec, status }: Service): string => {
  const [ingress] = status?.loadBalancer?.ingress ?? []
  const host = ingress?.ip || ingress?.hostname
  const [first] = spec.ports ?? []
  if (host) return (spec.ports ?? []).map(({ port }) => `http://${host}:${port} `).join('')
  return `${simulatedServer}/api/v1/namespaces/${metadata.namespace}/services/${proxyName(metadata.name ?? '', first)}/proxy`
}

/** `kube-dns:dns`, `https:web:443`: how the API server's proxy names a port of a Service. */
const proxyName = (name: string, port: ServicePort | undefined): string => {
  if (!port) return name
  const scheme = port.name === 'https' || port.port === 443 ? 'https' : ''
  if (scheme) return `${scheme}:${name}:${port.name ?? ''}`
  return port.name ? `${name}:${port.name}` : name
}
