import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { configMap } from '../../../src/api/resources/config-map.ts'
import { cronJob } from '../../../src/api/resources/cron-job.ts'
import { daemonSet } from '../../../src/api/resources/daemon-set.ts'
import { deployment } from '../../../src/api/resources/deployment.ts'
import { horizontalPodAutoscaler } from '../../../src/api/resources/horizontal-pod-autoscaler.ts'
import { job } from '../../../src/api/resources/job.ts'
import { pod } from '../../../src/api/resources/pod.ts'
import { podDisruptionBudget } from '../../../src/api/resources/pod-disruption-budget.ts'
import { replicaSet } from '../../../src/api/resources/replica-set.ts'
import { secret } from '../../../src/api/resources/secret.ts'
import { statefulSet } from '../../../src/api/resources/stateful-set.ts'
import { tryWrite, viewOf, write } from '../../support/api-write.ts'

const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'default' } }
const limits = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace: 'default' },
  spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] },
}
const cluster = viewOf(account)

const body = ({ group, version, kind, namespaced }: Resource, rest: object): KubeObject => ({
  apiVersion: group ? `${group}/${version}` : version,
  kind,
  metadata: { name: 'x', ...(namespaced ? { namespace: 'default' } : {}) },
  ...rest,
})

/** What the server says, without `Kind "x" is invalid: `; nothing if it agrees. */
const said = (result: unknown): unknown => (typeof result === 'string' ? result.replace(/^.*? is invalid: /, '') : [])

const c = { name: 'c', image: 'nginx' }
const container = (more: object): object => ({ spec: { containers: [{ ...c, ...more }] } })
const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [c] } }
const selector = { matchLabels: { app: 'a' } }
const once = { spec: { containers: [c], restartPolicy: 'Never' } }

const label =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

describe('what validation refuses at creation', () => {
  test.for<{ name: string; resource: Resource; rest: object; text: string }>([
    {
      name: 'a pod without containers',
      resource: pod,
      rest: { spec: { containers: [] } },
      text: 'spec.containers: Required value',
    },
    {
      name: 'a container without image, of an impossible name',
      resource: pod,
      rest: container({ name: 'C_1', image: '' }),
      text: `[spec.containers[0].name: Invalid value: "C_1": ${label}, spec.containers[0].image: Required value]`,
    },
    {
      name: 'a port that is none',
      resource: pod,
      rest: container({ ports: [{ containerPort: 80_000 }] }),
      text: 'spec.containers[0].ports[0].containerPort: Invalid value: 80000: must be between 1 and 65535, inclusive',
    },
    {
      name: 'two containers of one name',
      resource: pod,
      rest: { spec: { containers: [c, c] } },
      text: 'spec.containers[1].name: Duplicate value: "c"',
    },
    {
      name: 'a mount of no volume',
      resource: pod,
      rest: container({ volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
      text: 'spec.containers[0].volumeMounts[0].name: Not found: "v"',
    },
    {
      name: 'more requested than limited',
      resource: pod,
      rest: container({ resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } }),
      text: 'spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
    },
    {
      name: 'a probe that does nothing',
      resource: pod,
      rest: container({ livenessProbe: { periodSeconds: 5 } }),
      text: 'spec.containers[0].livenessProbe: Required value: must specify a handler type',
    },
    {
      name: 'a restart policy that is none',
      resource: pod,
      rest: { spec: { containers: [c], restartPolicy: 'Sometimes' } },
      text: 'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
    },
    {
      name: 'labels that the selector does not pick',
      resource: deployment,
      rest: { spec: { selector: { matchLabels: { app: 'web' } }, template } },
      text: 'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    },
    {
      name: 'neither surge nor loss',
      resource: deployment,
      rest: { spec: { selector, template, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } } },
      text: 'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
    },
    {
      name: 'Recreate with numbers',
      resource: deployment,
      rest: { spec: { selector, template, strategy: { type: 'Recreate', rollingUpdate: {} } } },
      text: "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
    },
    {
      name: 'pods of a replica set that end',
      resource: replicaSet,
      rest: { spec: { selector, template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } } } },
      text: 'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
    },
    {
      name: 'an empty selector',
      resource: daemonSet,
      rest: { spec: { selector: {}, template } },
      text: 'spec.selector: Invalid value: {}: empty selector is invalid for daemonset',
    },
    {
      name: 'a number below zero',
      resource: statefulSet,
      rest: { spec: { selector, template, replicas: -1 } },
      text: 'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    },
    {
      name: 'a schedule of four fields',
      resource: cronJob,
      rest: { spec: { schedule: '* * * *', jobTemplate: { spec: { template: once } } } },
      text: 'spec.schedule: Invalid value: "* * * *": expected exactly 5 fields, found 4: [* * * *]',
    },
    {
      name: 'more at least than at most',
      resource: horizontalPodAutoscaler,
      rest: { spec: { scaleTargetRef: { kind: 'Deployment', name: 'd' }, minReplicas: 3, maxReplicas: 2 } },
      text: 'spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
    },
    {
      name: 'a part that is no percentage',
      resource: podDisruptionBudget,
      rest: { spec: { minAvailable: 'half' } },
      text: `spec.minAvailable: Invalid value: "half": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')`,
    },
    {
      name: 'a certificate without key',
      resource: secret,
      rest: { type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'x' } },
      text: 'data[tls.key]: Required value',
    },
  ])('$name', ({ resource, rest, text }) => {
    expect(said(tryWrite(resource, body(resource, rest), { cluster }))).toBe(text)
  })
})

describe('what validation refuses at an update', () => {
  const selects = { spec: { selector, template } }
  const frozen = 'Forbidden: field is immutable when `immutable` is set'

  test.for<{ name: string; resource: Resource; before: object; after: object; text: string }>([
    {
      name: 'another selector, which the labels do not match',
      resource: deployment,
      before: selects,
      after: { spec: { selector: { matchLabels: { app: 'b' } }, template } },
      text: '[spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`, spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: field is immutable]',
    },
    {
      name: 'a stateful set of another Service',
      resource: statefulSet,
      before: { spec: { ...selects.spec, serviceName: 'a' } },
      after: { spec: { ...selects.spec, serviceName: 'b' } },
      text: "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    },
    {
      name: 'more completions',
      resource: job,
      before: { spec: { template: once, selector, manualSelector: true } },
      after: { spec: { template: once, selector, manualSelector: true, completions: 2 } },
      text: 'spec.completions: Invalid value: 2: field is immutable',
    },
    {
      name: 'data of a frozen map',
      resource: configMap,
      before: { immutable: true, data: { a: '1' } },
      after: { immutable: true, data: { a: '2' } },
      text: `data: ${frozen}`,
    },
    {
      name: 'thawing a map',
      resource: configMap,
      before: { immutable: true, data: { a: '1' } },
      after: { immutable: false, data: { a: '1' } },
      text: `immutable: ${frozen}`,
    },
    {
      name: 'another type of secret',
      resource: secret,
      before: { stringData: { a: '1' } },
      after: { type: 'kubernetes.io/tls', stringData: { a: '1' } },
      text: '[type: Invalid value: "kubernetes.io/tls": field is immutable, data[tls.crt]: Required value, data[tls.key]: Required value]',
    },
    {
      name: 'one more container in a pod',
      resource: pod,
      before: { spec: { containers: [c], automountServiceAccountToken: false } },
      after: { spec: { containers: [c, { ...c, name: 'd' }], automountServiceAccountToken: false } },
      text: 'spec.containers: Forbidden: pod updates may not add or remove containers',
    },
  ])('$name', ({ resource, before, after, text }) => {
    const old = write(resource, body(resource, before), { cluster })

    expect(said(tryWrite(resource, body(resource, after), { cluster, old }))).toBe(text)
  })

  test('a pod may change its images', () => {
    const old = write(pod, body(pod, container({})), { cluster })
    const changed = {
      ...old,
      spec: { ...old.spec, containers: old.spec.containers.map(x => ({ ...x, image: 'b:1' })) },
    }

    expect(said(tryWrite(pod, changed, { cluster, old }))).toEqual([])
  })
})

describe('what admission makes of a pod', () => {
  test('a limit range refuses what is too much', () => {
    const big = body(pod, container({ resources: { limits: { cpu: '2' } } }))

    expect(tryWrite(pod, big, { cluster: viewOf(account, limits) })).toBe(
      'pods "x" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
    )
  })

  test('a class that nobody made is refused', () => {
    const important = body(pod, { spec: { containers: [c], priorityClassName: 'zz' } })

    expect(tryWrite(pod, important, { cluster })).toBe('pods "x" is forbidden: no PriorityClass with name zz was found')
  })

  test('a system class has its number', () => {
    const important = body(pod, { spec: { containers: [c], priorityClassName: 'system-node-critical' } })

    expect(write(pod, important, { cluster }).spec.priority).toBe(2_000_001_000)
  })
})
