import type { Container, PodSpec } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'

/** The object with the spec of its pods changed. Throws where it has none. */
export const withPodSpec = (
  object: KubeObject,
  { workload, version, kind }: Resource,
  change: (spec: PodSpec) => PodSpec,
): KubeObject => {
  const template = workload?.template?.(object)
  if (!template || !workload?.withTemplate) {
    throw new Error(`the object is not a pod or does not have a pod template: *${version}.${kind}`)
  }
  return workload.withTemplate(object, { ...template, spec: change(template.spec ?? { containers: [] }) })
}

/** The containers with those changed that a pattern of names (`*` is any text) picks, init containers too. */
export const withContainers = (
  spec: PodSpec,
  isPicked: (name: string) => boolean,
  change: (container: Container) => Container,
): PodSpec => {
  const each = (container: Container): Container => (isPicked(container.name) ? change(container) : container)
  const { initContainers } = spec
  return {
    ...spec,
    ...(initContainers ? { initContainers: initContainers.map(each) } : {}),
    containers: spec.containers.map(each),
  }
}

/** The containers of a pod in the order in which kubectl goes through them. */
export const allContainers = ({ containers, initContainers = [] }: PodSpec): readonly Container[] => [
  ...containers,
  ...initContainers,
]

/** Whether a name fits a pattern in which `*` stands for any text. */
export const namePattern = (pattern: string): ((name: string) => boolean) => {
  const parts = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const form = new RegExp(`^${parts.join('.*')}$`)
  return name => form.test(name)
}
