import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { cronJob } from '../../../src/api/resources/cron-job.ts'
import { daemonSet } from '../../../src/api/resources/daemon-set.ts'
import { deployment } from '../../../src/api/resources/deployment.ts'
import { horizontalPodAutoscaler } from '../../../src/api/resources/horizontal-pod-autoscaler.ts'
import { job } from '../../../src/api/resources/job.ts'
import { limitRange } from '../../../src/api/resources/limit-range.ts'
import { node } from '../../../src/api/resources/node.ts'
import { persistentVolumeClaim } from '../../../src/api/resources/persistent-volume-claim.ts'
import { podDisruptionBudget } from '../../../src/api/resources/pod-disruption-budget.ts'
import { priorityClass } from '../../../src/api/resources/priority-class.ts'
import { resourceQuota } from '../../../src/api/resources/resource-quota.ts'
import { secret } from '../../../src/api/resources/secret.ts'
import { statefulSet } from '../../../src/api/resources/stateful-set.ts'
import { tryWrite, viewOf } from '../../support/api-write.ts'
import { aTemplate } from '../../support/workloads.ts'

const body = ({ group, version, kind, namespaced }: Resource, rest: object, name = 'x'): KubeObject => ({
  apiVersion: group ? `${group}/${version}` : version,
  kind,
  metadata: { name, ...(namespaced ? { namespace: 'default' } : {}) },
  ...rest,
})

const kept = { selector: { matchLabels: { app: 'a' } }, template: aTemplate('a') }
const scaled = (more: object) => ({
  spec: { scaleTargetRef: { kind: 'Deployment', name: 'd' }, maxReplicas: 3, ...more },
})
const claim = (more: object) => ({
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
  ...more,
})
const once = { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] } } }
const target = (more: object) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', ...more } },
})

describe('what each kind refuses', () => {
  test.for<readonly [Resource, object, string]>([
    [
      persistentVolumeClaim,
      { spec: claim({ accessModes: ['Once'] }) },
      'spec.accessModes: Unsupported value: "Once": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
    ],
    [
      persistentVolumeClaim,
      { spec: claim({ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }) },
      'spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes',
    ],
    [
      persistentVolumeClaim,
      { spec: claim({ resources: { requests: { storage: '0' } }, volumeMode: 'Tape' }) },
      '[spec.resources[storage]: Invalid value: "0": must be greater than zero, spec.volumeMode: Unsupported value: "Tape": supported values: "Block", "Filesystem"]',
    ],
    [
      resourceQuota,
      { spec: { hard: { things: '1' } } },
      '[spec.hard[things]: Invalid value: "things": must be a standard resource type or fully qualified, spec.hard[things]: Invalid value: "things": must be a standard resource for quota]',
    ],
    [
      resourceQuota,
      { spec: { hard: { pods: '-1' } } },
      'spec.hard[pods]: Invalid value: "-1": must be greater than or equal to 0',
    ],
    [
      resourceQuota,
      { spec: { hard: { pods: '1' }, scopes: ['Terminating', 'NotTerminating'] } },
      'spec.scopes: Invalid value: ["Terminating","NotTerminating"]: conflicting scopes',
    ],
    [
      resourceQuota,
      { spec: { hard: { secrets: '1' }, scopes: ['BestEffort'] } },
      'spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource',
    ],
    [
      limitRange,
      { spec: { limits: [{ type: 'Pod', min: { cpu: '2' }, max: { cpu: '1' } }] } },
      'spec.limits[0].min[cpu]: Invalid value: "2": min value 2 is greater than max value 1',
    ],
    [
      limitRange,
      { spec: { limits: [{ type: 'Container', default: { cpu: '1' }, defaultRequest: { cpu: '2' } }] } },
      'spec.limits[0].defaultRequest[cpu]: Invalid value: "2": default request value 2 is greater than default limit value 1',
    ],
    [
      limitRange,
      { spec: { limits: [{ type: 'Pod', default: { cpu: '1' } }] } },
      "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'",
    ],
    [
      limitRange,
      { spec: { limits: [{ type: 'Things', max: { cpu: '1' } }] } },
      'spec.limits[0].type: Invalid value: "Things": must be a standard limit type or fully qualified',
    ],
    [
      priorityClass,
      { value: 2_000_000_000 },
      'value: Forbidden: maximum allowed value of a user defined priority is 1000000000',
    ],
    [
      node,
      { spec: { taints: [{ key: 'a', effect: 'Never' }] } },
      'spec.taints[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
    ],
    [
      node,
      {
        spec: {
          taints: [
            { key: 'a', effect: 'NoSchedule' },
            { key: 'a', value: 'b', effect: 'NoSchedule' },
          ],
        },
      },
      'spec.taints[1]: Duplicate value: {"Key":"a","Value":"b","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair',
    ],
    [
      podDisruptionBudget,
      { spec: { minAvailable: 1, maxUnavailable: '50%', selector: { matchLabels: { a: 'b' } } } },
      'spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"a":"b"}},"MaxUnavailable":"50%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set',
    ],
    [
      podDisruptionBudget,
      { spec: { minAvailable: 1, unhealthyPodEvictionPolicy: 'Never' } },
      'spec.unhealthyPodEvictionPolicy: Unsupported value: "Never": supported values: "AlwaysAllow", "IfHealthyBudget"',
    ],
    [
      horizontalPodAutoscaler,
      scaled({ metrics: [{ type: 'Weather' }] }),
      'spec.metrics[0].type: Unsupported value: "Weather": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ],
    [
      horizontalPodAutoscaler,
      scaled({ metrics: [target({ averageUtilization: 0 })] }),
      'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
    ],
    [
      horizontalPodAutoscaler,
      scaled({ metrics: [target({})] }),
      'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
    ],
    [
      secret,
      { type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': 'x' } },
      `data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": invalid character 'x' looking for beginning of value`,
    ],
    [
      statefulSet,
      { spec: { ...kept, podManagementPolicy: 'Slow' } },
      `spec.podManagementPolicy: Invalid value: "Slow": must be 'OrderedReady' or 'Parallel'`,
    ],
    [
      statefulSet,
      { spec: { ...kept, updateStrategy: { type: 'Never' } } },
      `spec.updateStrategy: Invalid value: {"Type":"Never","RollingUpdate":null}: must be 'RollingUpdate' or 'OnDelete'`,
    ],
    [
      statefulSet,
      { spec: { ...kept, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep' } } },
      'spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: "Keep": supported values: "Retain", "Delete"',
    ],
    [
      daemonSet,
      { spec: { ...kept, updateStrategy: { type: 'Never' } } },
      'spec.updateStrategy: Unsupported value: {"Type":"Never","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"',
    ],
    [
      deployment,
      { spec: { ...kept, strategy: { type: 'Never' } } },
      'spec.strategy: Unsupported value: {"Type":"Never","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
    ],
    [
      job,
      { spec: { ...once, backoffLimitPerIndex: 1 } },
      'spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode',
    ],
    [
      job,
      { spec: { ...once, podReplacementPolicy: 'Soon' } },
      'spec.podReplacementPolicy: Unsupported value: "Soon": supported values: "Failed", "TerminatingOrFailed"',
    ],
    [
      cronJob,
      { spec: { schedule: '* * * * *', timeZone: 'Local', jobTemplate: { spec: once } } },
      'spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
    ],
  ])('%#', ([resource, rest, text]) => {
    const told = tryWrite(resource, body(resource, rest), { cluster: viewOf() })

    expect(String(told).replace(/^.*? is invalid: /, '')).toContain(text)
  })

  test('a class of the system by another name', () => {
    expect(tryWrite(priorityClass, body(priorityClass, { value: 1 }, 'system-mine'))).toBe(
      `PriorityClass.scheduling.k8s.io "system-mine" is invalid: metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-mine is not a known system priority class`,
    )
  })

  test('a cron job whose name leaves no room, after all else', () => {
    const long = body(cronJob, { spec: { schedule: '@never', jobTemplate: { spec: once } } }, 'n'.repeat(53))

    expect(String(tryWrite(cronJob, long))).toMatch(
      /\[spec.schedule: .*, metadata.name: .*must be no more than 52 characters\]$/,
    )
  })

  test('a mount of a claim is none of it', () => {
    const mounting = { ...kept, template: aTemplate('a', { volumeMounts: [{ name: 'data', mountPath: '/d' }] }) }
    const claims = [{ metadata: { name: 'data' }, spec: claim({}) }]

    expect(
      tryWrite(statefulSet, body(statefulSet, { spec: { ...mounting, volumeClaimTemplates: claims } })),
    ).toMatchObject({
      kind: 'StatefulSet',
    })
    expect(tryWrite(statefulSet, body(statefulSet, { spec: mounting }))).toContain(
      'volumeMounts[0].name: Not found: "data"',
    )
  })
})
