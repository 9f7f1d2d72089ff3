import { describe, expect, test } from 'vitest'
import type { EndpointSlice, Endpoints, Service } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const find = (cluster: TestCluster) => cluster.get<Service>('Service', 'default', 'kubernetes')

describe('the Service of the API server', () => {
  test('has the first address of the range and the control plane behind it', () => {
    const cluster = aCluster({ serviceRange: '172.30.0.0/16' })
    expect(find(cluster)?.spec).toMatchObject({ clusterIP: '172.30.0.1', ports: [{ port: 443, targetPort: 6443 }] })
    expect(cluster.find<Endpoints>('Endpoints', 'kubernetes').subsets).toEqual([
      { addresses: [{ ip: '172.18.0.5' }], ports: [{ name: 'https', port: 6443, protocol: 'TCP' }] },
    ])
    expect(cluster.find<EndpointSlice>('EndpointSlice', 'kubernetes').endpoints).toEqual([
      { addresses: ['172.18.0.5'], conditions: { ready: true } },
    ])
  })

  test('is back within seconds, with the same address', () => {
    const cluster = aCluster()
    cluster.pass(3000)
    cluster.remove(['Service', 'kubernetes'])
    expect(find(cluster)).toBeUndefined()
    cluster.pass(10_000)
    expect(find(cluster)?.spec.clusterIP).toBe('10.96.0.1')
    expect(cluster.get('Endpoints', 'default', 'kubernetes')).toBeDefined()
  })
})
