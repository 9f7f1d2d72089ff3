import type { Pod, PodSpec, ResourceRequirements } from '../../generated/types.ts'
import { containerDefaults } from './container-defaults.ts'
import { volumeDefaults } from './volume-defaults.ts'

/** The defaults of a pod's spec wherever it stands: in a pod, in a template. */
export const podSpecDefaults = (spec: PodSpec): PodSpec => {
  const account = spec.serviceAccountName || spec.serviceAccount
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...given(spec),
    ...(account ? { serviceAccountName: account, serviceAccount: account } : {}),
    containers: (spec.containers ?? []).map(containerDefaults),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(containerDefaults) } : {}),
    ...(spec.ephemeralContainers ? { ephemeralContainers: spec.ephemeralContainers.map(containerDefaults) } : {}),
    ...(spec.volumes ? { volumes: spec.volumes.map(volumeDefaults) } : {}),
  }
}

/** What a pod has by default beside that. */
export const podDefaults = (pod: Pod): Pod => {
  const spec = podSpecDefaults({ ...pod.spec })
  return {
    ...pod,
    spec: {
      enableServiceLinks: true,
      ...spec,
      containers: spec.containers.map(container => ownDefaults(container, spec)),
      ...(spec.initContainers
        ? { initContainers: spec.initContainers.map(container => ownDefaults(container, spec)) }
        : {}),
    },
  }
}

const ownDefaults = <T extends PodSpec['containers'][number]>(container: T, { hostNetwork }: PodSpec): T => ({
  ...container,
  ...(container.resources ? { resources: requestLimits(container.resources) } : {}),
  ...(hostNetwork && container.ports
    ? { ports: container.ports.map(port => ({ ...port, hostPort: port.hostPort || port.containerPort })) }
    : {}),
})

/** What is limited is requested too, unless less is. */
export const requestLimits = (resources: ResourceRequirements): ResourceRequirements =>
  resources.limits ? { ...resources, requests: { ...resources.limits, ...resources.requests } } : resources

// An empty word counts as not given.
const given = <T extends object>(object: T): T =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T
