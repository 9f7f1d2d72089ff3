import { describe, expect, test } from 'vitest'
import type { Namespace } from '../../src/api/generated/types.ts'
import { aPod, aService } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const inShop = <T extends { metadata: object }>(object: T, metadata: object = {}): T => ({
  ...object,
  metadata: { ...object.metadata, namespace: 'shop', ...metadata },
})

const withShop = (): TestCluster => {
  const cluster = aCluster()
  cluster.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } })
  return cluster
}

const config = (name: string, metadata: object = {}): object =>
  inShop({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }, metadata)

const kindsIn = (cluster: TestCluster): readonly string[] =>
  ['ConfigMap', 'Endpoints', 'EndpointSlice', 'Event', 'Pod', 'Service', 'ServiceAccount'].filter(
    kind => cluster.list(kind, 'shop').length > 0,
  )

const shop = (cluster: TestCluster): Namespace | undefined => cluster.get('Namespace', undefined, 'shop')

const conditionsIn = (cluster: TestCluster): readonly string[] =>
  (shop(cluster)?.status?.conditions ?? []).map(({ type, status, message }) => `${type}=${status} ${message}`)

describe('a namespace', () => {
  test('has a ServiceAccount and the bundle of certificates', () => {
    expect(kindsIn(withShop())).toEqual(['ConfigMap', 'ServiceAccount'])
  })

  test.for([['ServiceAccount', 'default'] as const, ['ConfigMap', 'kube-root-ca.crt'] as const])(
    'gets its %s back',
    ([kind, name]) => {
      const cluster = withShop()
      cluster.remove([kind, name, 'shop'])
      expect(cluster.get(kind, 'shop', name)).toBeDefined()
    },
  )

  test('stays for some seconds with all that is in it when it is deleted', () => {
    const cluster = withShop()
    cluster.create(inShop(aService('web')))
    cluster.remove(['Namespace', 'shop'])
    cluster.pass(4000)
    expect(shop(cluster)?.status?.phase).toBe('Terminating')
    expect(kindsIn(cluster)).toContain('Service')
  })

  test('is gone then, and nothing is left of it', () => {
    const cluster = withShop()
    cluster.create(inShop(aService('web')))
    cluster.create(inShop(aPod('a', { app: 'web' })))
    cluster.remove(['Namespace', 'shop'])
    cluster.pass(5000)
    expect(shop(cluster)).toBeUndefined()
    expect(kindsIn(cluster)).toEqual([])
  })

  test('waits for what has finalizers, and tells of it', () => {
    const cluster = withShop()
    cluster.create(config('kept', { finalizers: ['example.com/hold'] }))
    cluster.remove(['Namespace', 'shop'])
    cluster.pass(60_000)
    expect(conditionsIn(cluster)).toEqual([
      'NamespaceDeletionDiscoveryFailure=False All resources successfully discovered',
      'NamespaceDeletionGroupVersionParsingFailure=False All legacy kube types successfully parsed',
      'NamespaceDeletionContentFailure=False All content successfully deleted, may be waiting on finalization',
      'NamespaceContentRemaining=True Some resources are remaining: configmaps. has 1 resource instances',
      'NamespaceFinalizersRemaining=True Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances',
    ])
    cluster.patch(['ConfigMap', 'kept', 'shop'], { metadata: { finalizers: null } })
    expect(shop(cluster)).toBeUndefined()
  })

  test('keeps the rest as long as a pod is there', () => {
    const cluster = withShop()
    cluster.create(inShop(aPod('a', {}), { finalizers: ['example.com/hold'] }))
    cluster.create(config('needed'))
    cluster.remove(['Namespace', 'shop'])
    cluster.pass(60_000)
    expect(cluster.get('ConfigMap', 'shop', 'needed')).toBeDefined()
    cluster.patch(['Pod', 'a', 'shop'], { metadata: { finalizers: null } })
    expect(shop(cluster)).toBeUndefined()
  })
})
