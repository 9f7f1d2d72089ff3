import { expect, test } from 'vitest'
import type { Ingress } from '../../src/api/generated/types.ts'
import { aCluster } from '../support/cluster.ts'

const ingress = (spec: object = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } }, ...spec },
})

test.for([
  [{ ingress: 'nginx' }, {}, [{ ip: '203.0.113.1' }]],
  [{ ingress: 'nginx', profile: 'kind' }, {}, [{ hostname: 'localhost' }]],
  [{ ingress: 'nginx' }, { ingressClassName: 'other' }, []],
  [{}, {}, []],
] as const)('%j', ([choices, spec, expected]) => {
  const cluster = aCluster(choices)
  cluster.create(ingress(spec))
  expect(cluster.find<Ingress>('Ingress', 'web').status?.loadBalancer?.ingress ?? []).toEqual(expected)
})
