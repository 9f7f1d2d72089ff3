import { expect, test } from 'vitest'
import type { Pod } from '../../src/api/generated/types.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { createNodeLoads } from '../../src/cluster/node-loads.ts'
import { createStore } from '../../src/store/store.ts'

const pod = (name: string, node: string | undefined, phase = 'Running'): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default' },
  spec: {
    ...(node ? { nodeName: node } : {}),
    containers: [{ name: 'c', resources: { requests: { cpu: '250m', memory: '1Ki' } } }],
  },
  status: { phase: phase as 'Running' },
})

const put = (store: ReturnType<typeof createStore<KubeObject>>, object: Pod) =>
  store.put(`pods/default/${object.metadata.name}`, object)

test.for([
  ['counted along', {}],
  ['counted when it is asked for', undefined],
] as const)('%s', ([, kept]) => {
  const store = createStore<KubeObject>()
  const loads = createNodeLoads(store, kept)
  put(store, pod('a', undefined))
  put(store, pod('a', 'n1'))
  put(store, pod('b', 'n1'))
  put(store, pod('c', 'n2'))
  expect(loads.of('n1')).toEqual({ pods: 2, cpu: 500, memory: 2048 })
  put(store, pod('b', 'n1', 'Succeeded'))
  store.delete('pods/default/c')
  expect(loads.kept).toEqual({ n1: [1, 250, 1024] })
})
