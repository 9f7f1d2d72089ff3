import type { Pod } from '../../api/generated/types.ts'

/** A policy that lets the pods of the same namespace in. */
export const allowing = ({ metadata }: Pod, ports: readonly number[]) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: `allow-to-${metadata.labels?.app ?? metadata.name}`, namespace: metadata.namespace },
  spec: {
    podSelector: { matchLabels: ownLabels(metadata.labels) },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: {} }], ports: ports.map(port => ({ protocol: 'TCP', port })) }],
  },
})

/** Without what a controller adds. */
export const ownLabels = (labels: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels).filter(([key]) => !/pod-template-hash|controller-revision|pod-index|pod-name/.test(key)),
  )
