import { expect, test } from 'vitest'
import type { Deployment, Pod, PodSpec } from '../../../src/api/generated/types.ts'
import { deployment } from '../../../src/api/resources/deployment.ts'
import { pod } from '../../../src/api/resources/pod.ts'
import { aBarePod, aTemplate, aWorkload } from '../../support/workloads.ts'

const web = { name: 'web', image: 'nginx' }
const antiAffinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } }

test.for<readonly [Partial<PodSpec>, readonly string[]]>([
  [{}, []],
  [
    { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } },
    ['spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead'],
  ],
  [
    { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] },
    ['spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod'],
  ],
  [
    { affinity: antiAffinity },
    [
      'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: a null labelSelector results in matching no pod',
    ],
  ],
  [{ hostAliases: [{ ip: '10.0.0.1' }, { ip: '10.0.0.1' }] }, ['spec.hostAliases[1].ip: duplicate ip "10.0.0.1"']],
  [{ imagePullSecrets: [{ name: 'a' }, { name: 'a' }] }, ['spec.imagePullSecrets[1].name: duplicate name "a"']],
  [
    { terminationGracePeriodSeconds: -1 },
    ['spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1'],
  ],
  [
    { containers: [{ ...web, resources: { limits: { memory: '1500m' } } }] },
    ['spec.containers[0].resources.limits[memory]: fractional byte value "1500m" is invalid, must be an integer'],
  ],
  [
    {
      containers: [
        { ...web, ports: [{ containerPort: 80 }] },
        { ...web, name: 'side', ports: [{ containerPort: 80 }, { containerPort: 80, hostPort: 8080 }] },
      ],
    },
    [
      'spec.containers[1].ports[0]: duplicate port definition with spec.containers[0].ports[0]',
      'spec.containers[1].ports[1]: overlapping port definition with spec.containers[0].ports[0]',
      'spec.containers[1].ports[1]: overlapping port definition with spec.containers[1].ports[0]',
    ],
  ],
  [
    {
      containers: [
        {
          ...web,
          env: [
            { name: 'A', value: '1' },
            { name: 'A', value: '$(A)2' },
            { name: 'A', value: '$(A)' },
          ],
        },
      ],
    },
    ['spec.containers[0].env[2]: hides previous definition of "A", which may be dropped when using apply'],
  ],
])('a pod of %j is warned of', ([spec, texts]) => {
  expect(pod.warnings?.(aBarePod('p', {}, spec))).toEqual(texts)
})

test('names that are host names had better be labels', () => {
  const named = (name: string): Pod => aBarePod(name)
  const recommended = 'which can result in surprising behavior; a DNS label is recommended: [must not contain dots]'

  expect(pod.warnings?.(named('a.b'))).toEqual([`metadata.name: this is used in the Pod's hostname, ${recommended}`])
  expect(pod.warnings?.(named('a.b'), named('a.b'))).toEqual([])
})

test('a template is remarked on when it is new or changes', () => {
  const of = (template: unknown) => aWorkload('Deployment', 'a', { template }) as Deployment
  const old = of(aTemplate('a'))
  const changed = of(aTemplate('a', {}, { terminationGracePeriodSeconds: -1 }))

  expect(deployment.warnings?.(changed)).toHaveLength(1)
  expect(deployment.warnings?.(changed, old)).toHaveLength(1)
  expect(deployment.warnings?.(changed, changed)).toEqual([])
})
