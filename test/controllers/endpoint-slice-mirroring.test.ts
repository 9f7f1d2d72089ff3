import { describe, expect, test } from 'vitest'
import type { EndpointSlice, EndpointSubset } from '../../src/api/generated/types.ts'
import { aService } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const endpoints = (subsets: readonly EndpointSubset[], metadata: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: { name: 'db', ...metadata },
  subsets,
})

const one: EndpointSubset = { addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'pg', port: 5432 }] }
const mixed: EndpointSubset = {
  addresses: [{ ip: '192.0.2.2', hostname: 'two' }, { ip: '2001:db8::2' }],
  notReadyAddresses: [{ ip: '192.0.2.3' }],
  ports: [{ name: 'pg', port: 6432 }],
}

const shown = (cluster: TestCluster): readonly string[] =>
  cluster
    .list<EndpointSlice>('EndpointSlice', 'default')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'db')
    .map(({ addressType, ports, endpoints: all }) => {
      const texts = all?.map(({ addresses, conditions }) => `${addresses}=${conditions?.ready}`)
      return `${addressType} ${ports?.map(({ port }) => port)} ${texts?.join(' ')}`
    })
    .toSorted()

const selectorless = aService('db', { selector: {} })

describe('Endpoints made by hand', () => {
  test.for([
    { name: 'are mirrored', objects: [selectorless, endpoints([one])], slices: ['IPv4 5432 192.0.2.1=true'] },
    {
      name: 'are mirrored once the Service is there',
      objects: [endpoints([one]), selectorless],
      slices: ['IPv4 5432 192.0.2.1=true'],
    },
    {
      name: 'have a slice for each set of ports and family',
      objects: [selectorless, endpoints([one, mixed])],
      slices: ['IPv4 5432 192.0.2.1=true', 'IPv4 6432 192.0.2.2=true 192.0.2.3=false', 'IPv6 6432 2001:db8::2=true'],
    },
    { name: 'are not mirrored without a Service', objects: [endpoints([one])], slices: [] },
    {
      name: 'are not mirrored where they say so',
      objects: [selectorless, endpoints([one], { labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } })],
      slices: [],
    },
    {
      name: 'are not mirrored where they elect a leader',
      objects: [selectorless, endpoints([one], { annotations: { 'control-plane.alpha.kubernetes.io/leader': '{}' } })],
      slices: [],
    },
  ])('$name', ({ objects, slices }) => {
    const cluster = aCluster()
    for (const object of objects) cluster.create(object)

    expect(shown(cluster)).toEqual(slices)
  })

  test('are followed in place', () => {
    const cluster = aCluster()
    cluster.create(selectorless)
    cluster.create(endpoints([one]))
    const nameBefore = cluster.list('EndpointSlice', 'default').map(({ metadata }) => metadata.name)
    cluster.patch(['Endpoints', 'db'], { subsets: [{ ...one, addresses: [{ ip: '192.0.2.9' }] }] })
    expect(shown(cluster)).toEqual(['IPv4 5432 192.0.2.9=true'])
    expect(cluster.list('EndpointSlice', 'default').map(({ metadata }) => metadata.name)).toEqual(nameBefore)
  })

  test.for([['Endpoints'], ['Service']])('take their slices along with %s', ([kind = '']) => {
    const cluster = aCluster()
    cluster.create(selectorless)
    cluster.create(endpoints([one]))
    cluster.remove([kind, 'db'])
    expect(shown(cluster)).toEqual([])
  })
})
