import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../src/api/meta.ts'
import { createNetwork } from '../../src/network/network.ts'
import { seededRandom } from '../../src/util/random.ts'
import { viewOf } from '../support/dns/fixture-view.ts'

const endpoints = ['10.244.1.2', '10.244.2.2', '10.244.3.2']

const view = viewOf([
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'worker' },
    status: { addresses: [{ type: 'InternalIP', address: '172.18.0.3' }] },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'default' },
    spec: { clusterIP: '10.96.1.1', ports: [{ port: 80, protocol: 'TCP' }] },
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
    addressType: 'IPv4',
    ports: [{ name: '', port: 80, protocol: 'TCP' }],
    endpoints: endpoints.map(address => ({ addresses: [address] })),
  },
] as unknown as readonly KubeObject[])

/** So many picks, each the number of an endpoint. */
const picks = (seed: number, count: number): number[] => {
  const network = createNetwork({ view, revision: () => 0, clock: { now: () => 0 }, random: seededRandom(seed) })
  const from = network.node('worker')
  if (!from) throw new Error('the worker is there')
  return Array.from({ length: count }, () => {
    const { steps } = network.route({ from, to: { address: '10.96.1.1', port: 80, protocol: 'TCP' } })
    const choice = steps.find(step => step.step === 'choice')
    return endpoints.indexOf(choice?.chosen.address ?? '')
  })
}

describe('balance', () => {
  test.for([1, 2, 3, 4, 5])('30,000 picks over 3 endpoints are uniform (chi-square, seed %d)', seed => {
    const found = picks(seed, 30_000)
    const squares = endpoints.map(
      (_, endpoint) => (found.filter(pick => pick === endpoint).length - 10_000) ** 2 / 10_000,
    )
    // Two degrees of freedom: one honest run in a thousand exceeds 13.82.
    expect(squares.reduce((sum, square) => sum + square)).toBeLessThan(13.82)
  })

  test('the same seed gives the same picks', () => {
    expect(picks(42, 1000)).toEqual(picks(42, 1000))
    expect(picks(42, 1000)).not.toEqual(picks(43, 1000))
  })
})
