import type { Container, Event, Pod, PodSpec } from '../../src/api/generated/types.ts'
import type { TestCluster } from './cluster.ts'

/** A template whose pods have the label `app: <app>` and one container `c`. */
export const aTemplate = (app: string, container: Partial<Container> = {}, spec: Partial<PodSpec> = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'c', image: 'nginx:1', ...container }], ...spec },
})

/** A workload of a kind that selects and makes pods of the label `app: <name>`. */
export const aWorkload = (
  kind: string,
  name: string,
  { template = aTemplate(name), ...spec }: Record<string, unknown> = {},
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: { selector: { matchLabels: { app: name } }, template, ...spec },
})

export const aJob = (name: string, command: readonly string[], spec: Record<string, unknown> = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: {
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'busybox', command }] } },
    ...spec,
  },
})

/** A pod of one container `c`. */
export const aBarePod = (name: string, container: Partial<Container> = {}, spec: Partial<PodSpec> = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'c', image: 'nginx:1', ...container }], ...spec },
})

/** The pods of a label `app`, in order of their names. */
export const podsOf = (cluster: TestCluster, app: string): readonly Pod[] =>
  cluster.list<Pod>('Pod', 'default').filter(({ metadata }) => metadata.labels?.app === app)

export const firstImages = (pods: readonly Pod[]): readonly (string | undefined)[] =>
  pods.map(({ spec }) => spec.containers[0]?.image)

/** What has been told about an object, `Reason: message`, in order. */
export const toldOf = (cluster: TestCluster, name: string): readonly string[] =>
  cluster
    .list<Event>('Event', 'default')
    .filter(({ involvedObject }) => involvedObject.name === name)
    .toSorted((left, right) => Number(left.metadata.resourceVersion) - Number(right.metadata.resourceVersion))
    .map(({ reason, message }) => `${reason}: ${message}`)

/** The state of a pod's first container in a word, as far as `kubectl get` shows it. */
export const stateOf = ({ status }: Pod): string => {
  const { state, restartCount = 0, ready } = status?.containerStatuses?.[0] ?? {}
  const word = state?.waiting?.reason ?? state?.terminated?.reason ?? (state?.running ? 'Running' : 'none')
  return `${word} ${ready ? 'ready' : 'unready'} ${restartCount}`
}
