import { describe, expect, test } from 'vitest'
import { normalise } from '../../../src/api/decode/normalise.ts'

const service = { group: '', version: 'v1', kind: 'Service' }
const base = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } }

describe('the round trip through the Go type', () => {
  test.for([
    ['fills what is always written', {}, { spec: {}, status: { loadBalancer: {} } }],
    [
      'drops empty values',
      { spec: { selector: {}, externalIPs: [], externalName: '', publishNotReadyAddresses: false } },
      { spec: {}, status: { loadBalancer: {} } },
    ],
    [
      'keeps the zero behind a pointer',
      { spec: { allocateLoadBalancerNodePorts: false } },
      { spec: { allocateLoadBalancerNodePorts: false }, status: { loadBalancer: {} } },
    ],
    [
      'writes what a list holds by value',
      { spec: { ports: [{}] } },
      { spec: { ports: [{ port: 0, targetPort: 0 }] }, status: { loadBalancer: {} } },
    ],
    ['drops empty labels', { metadata: { name: 'x', labels: {} } }, { spec: {}, status: { loadBalancer: {} } }],
  ] as const)('%s', ([, given, expected]) => {
    expect(normalise(service, { ...base, ...given })).toEqual({ ...base, ...expected })
  })

  test('a list that is always written is null when empty', () => {
    const kind = { group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'Role' }
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'x' } }
    expect(normalise(kind, { ...role, rules: [] })).toEqual({ ...role, rules: null })
  })

  test('a time that was never set is null where the type holds it by value', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, status: { conditions: [{ type: 'Ready' }] } }
    expect(normalise({ group: '', version: 'v1', kind: 'Pod' }, pod)).toMatchObject({
      status: { conditions: [{ type: 'Ready', status: '', lastProbeTime: null, lastTransitionTime: null }] },
    })
  })

  test('kinds without a schema stay as they are', () => {
    const widget = { apiVersion: 'x.io/v1', kind: 'Widget', metadata: { name: 'x' }, spec: { a: '' } }
    expect(normalise({ group: 'x.io', version: 'v1', kind: 'Widget' }, widget)).toBe(widget)
  })
})
