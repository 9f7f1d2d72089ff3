import { expect, test } from 'vitest'
import { pod } from '../../../src/api/resources/pod.ts'
import { tryWrite, viewOf } from '../../support/api-write.ts'

const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'default' } }
const c = { name: 'c', image: 'nginx' }
const aPodOf = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'default' },
  spec: { containers: [c], ...spec },
})
const container = (more: object) => ({ containers: [{ ...c, ...more }] })
const init = (more: object) => ({ initContainers: [{ name: 'i', image: 'busybox', ...more }] })
const nodes = (...nodeSelectorTerms: object[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
})
const expression = (operator: string, values?: string[]) =>
  nodes({ matchExpressions: [{ key: 'disk', operator, ...(values ? { values } : {}) }] })
const pods = (term: object) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
})
const weighted = (weight: number) => ({
  affinity: {
    podAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm: { topologyKey: 'zone' } }],
    },
  },
})
const spread = (more: object) => ({ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', ...more })
const volume = (source: object) => ({ volumes: [{ name: 'v', ...source }] })

const term = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms'
const noProbe = 'Forbidden: may not be set for init containers without restartPolicy=Always'

test.for([
  [nodes(), `${term}: Required value: must have at least one node selector term`],
  [
    expression('In'),
    `${term}[0].matchExpressions[0].values: Required value: must be specified when \`operator\` is 'In' or 'NotIn'`,
  ],
  [
    expression('Exists', ['a']),
    `${term}[0].matchExpressions[0].values: Forbidden: may not be specified when \`operator\` is 'Exists' or 'DoesNotExist'`,
  ],
  [
    expression('Gt', []),
    `${term}[0].matchExpressions[0].values: Required value: must be specified single value when \`operator\` is 'Lt' or 'Gt'`,
  ],
  [
    expression('Like', ['a']),
    `${term}[0].matchExpressions[0].operator: Invalid value: "Like": not a valid selector operator`,
  ],
  [
    nodes({ matchFields: [{ key: 'spec.x', operator: 'In', values: ['a'] }] }),
    `${term}[0].matchFields[0].key: Invalid value: "spec.x": not a valid field selector key`,
  ],
  [
    pods({ labelSelector: { matchLabels: { app: 'a' } } }),
    '[spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Required value: can not be empty, spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: "": name part must be non-empty,',
  ],
  [
    weighted(0),
    'spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100',
  ],
  [
    { topologySpreadConstraints: [spread({ maxSkew: 0 })] },
    'spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero',
  ],
  [
    { topologySpreadConstraints: [spread({ whenUnsatisfiable: 'Never' })] },
    'spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "Never": supported values: "DoNotSchedule", "ScheduleAnyway"',
  ],
  [
    { topologySpreadConstraints: [spread({}), spread({})] },
    'spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"',
  ],
  [
    { topologySpreadConstraints: [spread({ whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 })] },
    'spec.topologySpreadConstraints[0].minDomains: Invalid value: 2: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway',
  ],
  [
    { securityContext: { runAsUser: -1 } },
    'spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive',
  ],
  [
    { securityContext: { fsGroupChangePolicy: 'Now' } },
    'spec.securityContext.fsGroupChangePolicy: Unsupported value: "Now": supported values: "Always", "OnRootMismatch"',
  ],
  [
    { securityContext: { seccompProfile: { type: 'Localhost' } } },
    'spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost',
  ],
  [
    { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] } },
    `spec.securityContext.sysctls[0].name: Invalid value: "net.core.somaxconn": may not be specified when 'hostNetwork' is true`,
  ],
  [
    container({ securityContext: { privileged: true, allowPrivilegeEscalation: false } }),
    'spec.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
  ],
  [
    { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] },
    `spec.tolerations[0].operator: Invalid value: "b": value must be empty when \`operator\` is 'Exists'`,
  ],
  [
    { tolerations: [{ operator: 'Exists', effect: 'Never' }] },
    'spec.tolerations[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
  ],
  [{ schedulingGates: [{ name: 'a/b' }, { name: 'a/b' }] }, 'spec.schedulingGates[1]: Duplicate value: "a/b"'],
  [
    { nodeName: 'n', schedulingGates: [{ name: 'a/b' }] },
    'spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared',
  ],
  [
    { preemptionPolicy: 'Sometimes' },
    'spec.preemptionPolicy: Unsupported value: "Sometimes": supported values: "PreemptLowerPriority", "Never"',
  ],
  [
    { dnsPolicy: 'None', dnsConfig: {} },
    'spec.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
  ],
  [{ dnsConfig: { options: [{ value: '2' }] } }, 'spec.dnsConfig.options[0]: Required value: must not be empty'],
  [
    container({ image: ' nginx' }),
    'spec.containers[0].image: Invalid value: " nginx": must not have leading or trailing whitespace',
  ],
  [
    container({ restartPolicy: 'Sometimes' }),
    'spec.containers[0].restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
  ],
  [init({ readinessProbe: { tcpSocket: { port: 80 } } }), `spec.initContainers[0].readinessProbe: ${noProbe}`],
  [
    init({ restartPolicy: 'Once' }),
    'spec.initContainers[0].restartPolicy: Unsupported value: "Once": supported values: "Always", "Never", "OnFailure"',
  ],
  [
    container({ readinessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 3 } }),
    'spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 3: must not be set for readinessProbes',
  ],
  [
    container({ livenessProbe: { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 0 } }),
    'spec.containers[0].livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0',
  ],
  [
    container({ lifecycle: { preStop: { sleep: { seconds: 31 } } } }),
    'spec.containers[0].lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)',
  ],
  [
    container({ resources: { requests: { gpu: '1' }, limits: { gpu: '1' } } }),
    '[spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource for containers, spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource for containers]',
  ],
  [
    container({ resources: { limits: { 'nvidia.com/gpu': '500m' } } }),
    '[spec.containers[0].resources.limits[nvidia.com/gpu]: Invalid value: "500m": must be an integer, spec.containers[0].resources.requests[nvidia.com/gpu]: Invalid value: "500m": must be an integer]',
  ],
  [
    container({ resources: { requests: { 'a.b/c': '1' }, limits: { 'a.b/c': '2' } } }),
    'spec.containers[0].resources.requests: Invalid value: "1": must be equal to a.b/c limit of 2',
  ],
  [
    container({ volumeMounts: [{ name: 'v', mountPath: '/a', subPath: 'b', subPathExpr: 'c' }] }),
    '[spec.containers[0].volumeMounts[0].name: Not found: "v", spec.containers[0].volumeMounts[0].subPathExpr: Invalid value: "c": subPathExpr and subPath are mutually exclusive]',
  ],
  [
    volume({ hostPath: { path: '/a/../b', type: 'Folder' } }),
    `[spec.volumes[0].hostPath.path: Invalid value: "/a/../b": must not contain '..', spec.volumes[0].hostPath.type: Unsupported value: "Folder": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"]`,
  ],
  [
    volume({ configMap: { name: 'c', defaultMode: 512, items: [{ key: 'a', path: '/b' }] } }),
    '[spec.volumes[0].configMap.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive, spec.volumes[0].configMap.items[0].path: Invalid value: "/b": must be a relative path]',
  ],
  [
    volume({ secret: { secretName: 's' }, emptyDir: {} }),
    'spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type',
  ],
] as const)('a pod of %j is refused', ([spec, text]) => {
  const answer = tryWrite(pod, aPodOf(spec), { cluster: viewOf(account) })

  expect(String(answer).replace('Pod "p" is invalid: ', '').slice(0, text.length)).toBe(text)
})

test('the gates of a pod can be opened, and none put up later', () => {
  const cluster = viewOf(account)
  const gated = aPodOf({ schedulingGates: [{ name: 'a/b' }, { name: 'c/d' }] })
  const old = tryWrite(pod, gated, { cluster }) as unknown as typeof gated & { kind: string }
  const gatedBy = (...names: string[]) => ({
    ...old,
    spec: { ...old.spec, schedulingGates: names.map(name => ({ name })) },
  })

  expect(tryWrite(pod, gatedBy('c/d'), { old, cluster })).toMatchObject({
    spec: { schedulingGates: [{ name: 'c/d' }] },
  })
  expect(tryWrite(pod, gatedBy('a/b', 'e/f'), { old, cluster })).toBe(
    `Pod "p" is invalid: spec.schedulingGates[1].name: Forbidden: only deletion is allowed, but found new scheduling gate 'e/f'`,
  )
})
