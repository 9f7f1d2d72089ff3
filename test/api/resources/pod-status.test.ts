import { describe, expect, test } from 'vitest'
import type { ContainerStatus, Pod, PodSpec, PodStatus } from '../../../src/api/generated/types.ts'
import { pod } from '../../../src/api/resources/pod.ts'

const now = Date.UTC(2026, 10, 20, 12)

const aPod = (status: PodStatus, spec: Partial<PodSpec> = {}, deleted = false): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'default', ...(deleted ? { deletionTimestamp: '2026-11-20T12:00:30Z' } : {}) },
  spec: { containers: [{ name: 'a' }, { name: 'b' }], ...spec },
  status,
})

const container = (
  name: string,
  state: ContainerStatus['state'],
  more: Partial<ContainerStatus> = {},
): ContainerStatus => ({
  name,
  image: 'nginx',
  imageID: '',
  ready: false,
  restartCount: 0,
  state,
  ...more,
})

const running = { running: { startedAt: '2026-11-20T11:00:00Z' } }
const waiting = (reason: string) => ({ waiting: { reason } })
const ended = (exitCode: number, reason?: string) => ({ terminated: { exitCode, ...(reason ? { reason } : {}) } })
const ready = { conditions: [{ type: 'Ready', status: 'True' }] }
const up = container('a', running, { ready: true })
const init: Partial<PodSpec> = { initContainers: [{ name: 'i' }, { name: 'j' }] }
const sidecar: Partial<PodSpec> = { initContainers: [{ name: 'i', restartPolicy: 'Always' }] }

const cellOf = (object: Pod, name: string) => pod.columns.find(column => column.name === name)?.cell(object, now)

describe('pod table', () => {
  test.for<{ name: string; pod: Pod; status: string; ready: string; restarts?: string }>([
    { name: 'a new pod', pod: aPod({ phase: 'Pending' }), status: 'Pending', ready: '0/2' },
    { name: 'a reason', pod: aPod({ phase: 'Failed', reason: 'Evicted' }), status: 'Evicted', ready: '0/2' },
    {
      name: 'a gate',
      pod: aPod({
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }],
      }),
      status: 'SchedulingGated',
      ready: '0/2',
    },
    {
      name: 'all runs',
      pod: aPod({ phase: 'Running', ...ready, containerStatuses: [up, container('b', running, { ready: true })] }),
      status: 'Running',
      ready: '2/2',
    },
    {
      name: 'the first container with a reason is shown',
      pod: aPod({
        phase: 'Running',
        containerStatuses: [container('a', waiting('CrashLoopBackOff')), container('b', waiting('ErrImagePull'))],
      }),
      status: 'CrashLoopBackOff',
      ready: '0/2',
    },
    {
      name: 'one is done, the other goes on',
      pod: aPod({ phase: 'Running', ...ready, containerStatuses: [container('b', ended(0, 'Completed')), up] }),
      status: 'Running',
      ready: '1/2',
    },
    {
      name: 'done, and going on without being ready',
      pod: aPod({ phase: 'Running', containerStatuses: [container('b', ended(0, 'Completed')), up] }),
      status: 'NotReady',
      ready: '1/2',
    },
    {
      name: 'a failure says more than a completion',
      pod: aPod({
        phase: 'Failed',
        containerStatuses: [container('a', ended(0, 'Completed')), container('b', ended(1, 'Error'))],
      }),
      status: 'Error',
      ready: '0/2',
    },
    {
      name: 'an end without reason',
      pod: aPod({ phase: 'Failed', containerStatuses: [container('a', ended(3))] }),
      status: 'ExitCode:3',
      ready: '0/2',
    },
    {
      name: 'the first init container runs',
      pod: aPod({ phase: 'Pending', initContainerStatuses: [container('i', running)] }, init),
      status: 'Init:0/2',
      ready: '0/2',
    },
    {
      name: 'the second init container fails',
      pod: aPod(
        { phase: 'Pending', initContainerStatuses: [container('i', ended(0)), container('j', ended(2, 'Error'))] },
        init,
      ),
      status: 'Init:Error',
      ready: '0/2',
    },
    {
      name: 'an init container waits to be tried again',
      pod: aPod(
        {
          phase: 'Pending',
          initContainerStatuses: [container('i', waiting('CrashLoopBackOff'), { restartCount: 4 })],
        },
        init,
      ),
      status: 'Init:CrashLoopBackOff',
      ready: '0/2',
      restarts: '4',
    },
    {
      name: 'a sidecar counts',
      pod: aPod(
        {
          phase: 'Running',
          ...ready,
          initContainerStatuses: [container('i', running, { ready: true, started: true, restartCount: 1 })],
          containerStatuses: [up],
        },
        sidecar,
      ),
      status: 'Running',
      ready: '2/3',
      restarts: '1',
    },
    {
      name: 'the last restart',
      pod: aPod({
        phase: 'Running',
        containerStatuses: [
          container('a', running, {
            restartCount: 2,
            lastState: { terminated: { exitCode: 1, finishedAt: '2026-11-20T11:55:00Z' } },
          }),
        ],
      }),
      status: 'Running',
      ready: '0/2',
      restarts: '2 (5m ago)',
    },
    { name: 'on its way out', pod: aPod({ phase: 'Running' }, {}, true), status: 'Terminating', ready: '0/2' },
    { name: 'finished and deleted', pod: aPod({ phase: 'Succeeded' }, {}, true), status: 'Succeeded', ready: '0/2' },
    {
      name: 'its node is lost',
      pod: aPod({ phase: 'Running', reason: 'NodeLost' }, {}, true),
      status: 'Unknown',
      ready: '0/2',
    },
  ])('$name', ({ pod: object, status, ready: count, restarts = '0' }) => {
    expect(['Status', 'Ready', 'Restarts'].map(name => cellOf(object, name))).toEqual([status, count, restarts])
  })
})

describe('a pod that is deleted', () => {
  const until = (seconds: number) => ({ deletionGracePeriodSeconds: seconds })

  test.for<{
    name: string
    spec?: Partial<PodSpec>
    status?: PodStatus
    asked?: number
    old?: number
    expected: object
  }>([
    { name: 'has what its spec grants', spec: { terminationGracePeriodSeconds: 45 }, expected: until(45) },
    { name: 'has thirty seconds by default', expected: until(30) },
    { name: 'has what the client asks for', asked: 5, expected: until(5) },
    { name: 'goes at once with none', asked: 0, expected: until(0) },
    { name: 'has one second where less than none is asked for', asked: -1, expected: until(1) },
    { name: 'goes at once where it runs nowhere', spec: { nodeName: '' }, expected: until(0) },
    { name: 'goes at once when it is finished', status: { phase: 'Succeeded' }, expected: until(0) },
    { name: 'may be given less time later', old: 30, asked: 5, expected: until(5) },
    { name: 'is not given more time later', old: 30, asked: 60, expected: until(30) },
    { name: 'keeps its time when asked again', old: 30, expected: until(30) },
  ])('$name', ({ spec, status = { phase: 'Running' }, asked, old, expected }) => {
    const object = aPod(status, { nodeName: 'worker', ...spec }, old !== undefined)
    const marked = old === undefined ? object : { ...object, metadata: { ...object.metadata, ...until(old) } }

    const deletion = pod.startDeletion?.(marked, asked, now)

    expect(deletion?.stays && deletion.object.metadata).toMatchObject(expected)
  })
})
