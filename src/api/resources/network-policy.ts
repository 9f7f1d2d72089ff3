import { ageColumn, column, nameColumn } from '../columns.ts'
import type { NetworkPolicy, NetworkPolicyPort, NetworkPolicySpec } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { describe } from './network-policy/describe.ts'
import { validate } from './network-policy/validation.ts'
import { warnings } from './network-policy/warnings.ts'

export const networkPolicy = defineResource<NetworkPolicy>({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'NetworkPolicy',
  plural: 'networkpolicies',
  shortNames: ['netpol'],
  namespaced: true,
  hasGeneration: true,

  withDefaults: object => ({ ...object, spec: withSpecDefaults(object.spec ?? {}) }),
  validate,
  warnings,

  columns: [nameColumn, column('Pod-Selector', ({ spec }) => formatLabelSelector(spec.podSelector)), ageColumn],
  describe,
})

const withSpecDefaults = (spec: NetworkPolicySpec): NetworkPolicySpec => ({
  ...spec,
  podSelector: spec.podSelector ?? {},
  ...(spec.ingress && { ingress: spec.ingress.map(withProtocols) }),
  ...(spec.egress && { egress: spec.egress.map(withProtocols) }),
  policyTypes: spec.policyTypes?.length ? spec.policyTypes : spec.egress?.length ? ['Ingress', 'Egress'] : ['Ingress'],
})

const withProtocols = <T extends { readonly ports?: readonly NetworkPolicyPort[] | undefined }>(rule: T): T =>
  rule.ports ? { ...rule, ports: rule.ports.map(port => ({ ...port, protocol: port.protocol ?? 'TCP' })) } : rule
