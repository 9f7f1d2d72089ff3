import { expect, test } from 'vitest'
import type { Pod } from '../../src/api/generated/types.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { createIndexes } from '../../src/apiserver/indexes.ts'
import { createKinCounts } from '../../src/cluster/kin-counts.ts'
import { createStore } from '../../src/store/store.ts'

const pod = (name: string, node: string | undefined, uid = 'web'): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'default',
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: uid, uid, controller: true }],
  },
  spec: { ...(node ? { nodeName: node } : {}), containers: [] },
})

test.for(['before', 'between'] as const)('kin are counted along: asked for %s', when => {
  const store = createStore<KubeObject>()
  const kinOf = createKinCounts(store, createIndexes(store))
  const put = (object: Pod) => store.put(`pods/default/${object.metadata.name}`, object)
  if (when === 'before') kinOf('web')
  put(pod('a', undefined))
  put(pod('b', 'n1'))
  put(pod('c', 'n2'))
  put(pod('d', 'n2', 'db'))
  if (when === 'between') kinOf('web')
  put(pod('a', 'n1'))
  store.delete('pods/default/c')

  expect([...kinOf('web')].filter(([, count]) => count > 0)).toEqual([['n1', 2]])
  expect([...kinOf('db')]).toEqual([['n2', 1]])
})
