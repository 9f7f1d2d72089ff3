import type { KubeObject } from '../../src/api/meta.ts'
import { aService } from './builders.ts'

/** The cluster that the recordings of `server-answers.json` were made against, as far as its answers show. */
export const clusterOfAnswers = (now: number): readonly KubeObject[] => {
  const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString()
  const placed = (object: KubeObject, days = 901): KubeObject => ({
    ...object,
    metadata: { ...object.metadata, namespace: 'default', creationTimestamp: daysAgo(days), uid: object.kind },
  })
  return [...pods.map(pod => placed(pod)), placed(aService('front')), placed(deployment), placed(endpoints, 3)]
}

interface PodState {
  readonly phase?: string
  readonly ready?: boolean
  readonly restarts?: number
  readonly containers?: readonly string[]
}

const aPodOf = (
  name: string,
  { phase = 'Running', ready = false, restarts = 0, containers = ['nginx'] }: PodState,
) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    containers: containers.map(container => ({ name: container, image: container })),
    ...(containers.length > 1 && { initContainers: [{ name: 'init', image: 'init' }] }),
  },
  status: {
    phase,
    containerStatuses: containers.map((container, index) => ({
      name: container,
      ready,
      restartCount: index === 0 ? restarts : 0,
      ...(phase === 'Running' && { state: { running: {} } }),
    })),
  },
})

const pods: readonly KubeObject[] = [
  aPodOf('crash', { restarts: 5 }),
  aPodOf('going', {}),
  aPodOf('pend', { phase: 'Pending' }),
  aPodOf('web-1', { ready: true, restarts: 2, containers: ['nginx', 'log'] }),
]

const labels = { app: 'done' }
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'done' },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx' }] } },
  },
}

const endpoints = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: { name: 'kubernetes' },
  subsets: [{ addresses: [{ ip: '192.168.49.2' }], ports: [{ name: 'https', port: 6443, protocol: 'TCP' }] }],
}
