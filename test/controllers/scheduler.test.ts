import { describe, expect, test } from 'vitest'
import type { Node, Pod, PodSpec } from '../../src/api/generated/types.ts'
import { podCondition } from '../../src/api/pod-status.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aBarePod, aTemplate, aWorkload, podsOf, toldOf } from '../support/workloads.ts'

const nodeOf = (cluster: TestCluster, name = 'p') => cluster.find<Pod>('Pod', name).spec.nodeName
const worker3 = 'my-cluster-worker3'
const taint = (cluster: TestCluster, name: string, effect: string) =>
  cluster.patch(['Node', name], { spec: { taints: [{ key: 'dedicated', value: 'web', effect }] } })
const cordon = (cluster: TestCluster, unschedulable: boolean | null) =>
  cluster.patch(['Node', worker3], { spec: { unschedulable } })

const affinity = (operator: 'In' | 'NotIn', ...values: string[]): Partial<PodSpec> => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator, values }] }],
      },
    },
  },
})

describe('where a pod goes', () => {
  test.for([
    { name: 'to a node that is named', spec: { nodeName: worker3 }, node: worker3 },
    { name: 'to a node by its labels', spec: { nodeSelector: { 'kubernetes.io/hostname': worker3 } }, node: worker3 },
    { name: 'to a node by affinity', spec: affinity('In', worker3), node: worker3 },
    {
      name: 'to the control plane if it bears the taint',
      spec: {
        nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
        tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' as const }],
      },
      node: 'my-cluster-control-plane',
    },
    { name: 'nowhere if no node fits', spec: affinity('In', 'other'), node: undefined },
    { name: 'nowhere while it is gated', spec: { schedulingGates: [{ name: 'example.com/wait' }] }, node: undefined },
  ])('$name', ({ spec, node }) => {
    const cluster = aCluster()
    cluster.create(aBarePod('p', {}, spec))

    expect(nodeOf(cluster)).toBe(node)
  })

  test('nowhere until its claim is there, and can have a volume', () => {
    const cluster = aCluster()
    const volumes = [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }]
    cluster.create(aBarePod('p', {}, { volumes }))
    const said = () => podCondition(cluster.find<Pod>('Pod', 'p').status, 'PodScheduled')?.message
    const none = '0/4 nodes are available'
    const helpless = `no new claims to deallocate, preemption: ${none}: 4 Preemption is not helpful for scheduling.`
    expect(said()).toBe(`${none}: persistentvolumeclaim "data" not found. ${helpless}`)

    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' } }
    cluster.create({ ...claim, spec: { ...spec, storageClassName: '' } })
    expect(said()).toBe(`${none}: pod has unbound immediate PersistentVolumeClaims. ${helpless}`)

    cluster.create({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'disk' },
      spec: { accessModes: spec.accessModes, capacity: { storage: '1Gi' }, hostPath: { path: '/data' } },
    })
    expect(nodeOf(cluster)).toBeDefined()
  })

  test('pods of one workload spread over the nodes', () => {
    const cluster = aCluster()
    cluster.create(aWorkload('ReplicaSet', 'web', { replicas: 6 }))
    const counts = new Map<string | undefined, number>()
    for (const { spec } of podsOf(cluster, 'web')) counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1)

    expect([...counts.values()]).toEqual([2, 2, 2])
  })

  test('pods that shun each other are on different nodes, and one is left over', () => {
    const cluster = aCluster()
    const term = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' }
    const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [term] }
    const template = aTemplate('web', {}, { affinity: { podAntiAffinity } })
    cluster.create(aWorkload('ReplicaSet', 'web', { replicas: 4, template }))

    const nodes = podsOf(cluster, 'web').map(({ spec }) => spec.nodeName)
    expect(new Set(nodes).size).toBe(4)
    expect(nodes).toContain(undefined)
  })
})

describe('what keeps a pod off the nodes', () => {
  const tail = (helps: string) => `. no new claims to deallocate, preemption: 0/4 nodes are available: ${helps}.`
  const nothingHelps = tail('4 Preemption is not helpful for scheduling')
  test.for([
    {
      name: 'its selector',
      spec: { nodeSelector: { no: 'where' } },
      message: `1 node(s) had untolerated taint(s), 3 node(s) didn't match Pod's node affinity/selector${nothingHelps}`,
    },
    {
      name: 'its selector and a cordoned node',
      spec: { nodeSelector: { 'kubernetes.io/hostname': worker3 } },
      prepare: (cluster: TestCluster) => cordon(cluster, true),
      message: `1 node(s) had untolerated taint(s), 1 node(s) were unschedulable, 2 node(s) didn't match Pod's node affinity/selector${nothingHelps}`,
    },
    {
      name: 'what it asks for',
      spec: { containers: [{ name: 'c', image: 'i', resources: { requests: { cpu: '9', memory: '20Gi' } } }] },
      message: `1 node(s) had untolerated taint(s), 3 Insufficient cpu, 3 Insufficient memory${tail('1 Preemption is not helpful for scheduling, 3 No preemption victims found for incoming pod')}`,
    },
  ])('$name', ({ spec, prepare, message }) => {
    const cluster = aCluster()
    prepare?.(cluster)
    cluster.create(aBarePod('p', {}, spec))
    const whole = `0/4 nodes are available: ${message}`

    expect(podCondition(cluster.find<Pod>('Pod', 'p').status, 'PodScheduled')).toMatchObject({
      status: 'False',
      reason: 'Unschedulable',
      message: whole,
    })
    expect(toldOf(cluster, 'p')).toEqual([`FailedScheduling: ${whole}`])
  })

  test('it goes as soon as a node is open again', () => {
    const cluster = aCluster()
    cordon(cluster, true)
    cluster.create(aBarePod('p', {}, { nodeSelector: { 'kubernetes.io/hostname': worker3 } }))
    expect(nodeOf(cluster)).toBeUndefined()

    cordon(cluster, null)
    expect(nodeOf(cluster)).toBe(worker3)
    expect(toldOf(cluster, 'p').at(-1)).toBe(`Scheduled: Successfully assigned default/p to ${worker3}`)
  })

  test('it goes as soon as another one leaves', () => {
    const cluster = aCluster({ profile: 'docker-desktop' })
    cluster.patch(['Node', 'docker-desktop'], { spec: { taints: null } })
    const big = { resources: { requests: { cpu: '5' } } }
    cluster.create(aBarePod('first', big))
    cluster.create(aBarePod('p', big))
    expect(nodeOf(cluster)).toBeUndefined()

    cluster.remove(['Pod', 'first'])
    expect(nodeOf(cluster)).toBe('docker-desktop')
  })
})

describe('taints of nodes', () => {
  test('a cordoned node has one, with its time, until it is uncordoned', () => {
    const cluster = aCluster()
    cordon(cluster, true)
    expect(cluster.find<Node>('Node', worker3).spec?.taints).toEqual([
      { effect: 'NoSchedule', key: 'node.kubernetes.io/unschedulable', timeAdded: '2026-11-20T10:00:00Z' },
    ])

    cordon(cluster, null)
    expect(cluster.find<Node>('Node', worker3).spec?.taints).toBeUndefined()
  })

  test('NoExecute drives pods away', () => {
    const cluster = aCluster()
    cluster.create(aBarePod('p', {}, { nodeName: worker3 }))
    taint(cluster, worker3, 'NoSchedule')
    expect(nodeOf(cluster)).toBe(worker3)

    taint(cluster, worker3, 'NoExecute')
    expect(cluster.get('Pod', 'default', 'p')).toBeUndefined()
  })
})
