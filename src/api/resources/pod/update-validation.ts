import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import { type FieldError, forbidden, invalid } from '../../field-error.ts'
import type { Container, Pod, PodSpec, Toleration } from '../../generated/types.ts'
import { onlyFewerGates } from './validate-tolerations.ts'
import { validatePod } from './validation.ts'

const changeable = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
]

/** Of a pod only its images may change, its deadline, and tolerations may be added. */
export const validatePodUpdate = (pod: Pod, old: Pod): readonly FieldError[] => [
  ...validatePod(pod),
  ...numberOf(pod, old, 'containers'),
  ...numberOf(pod, old, 'initContainers'),
  ...deadline(pod, old),
  ...additions(pod.spec.tolerations ?? [], old.spec.tolerations ?? []),
  ...onlyFewerGates(pod.spec.schedulingGates ?? [], old.spec.schedulingGates ?? [], 'spec.schedulingGates'),
  ...rest(pod, old),
]

const numberOf = (pod: Pod, old: Pod, list: 'containers' | 'initContainers'): readonly FieldError[] =>
  (pod.spec[list]?.length ?? 0) === (old.spec[list]?.length ?? 0)
    ? []
    : [forbidden(`spec.${list}`, 'pod updates may not add or remove containers')]

const deadline = ({ spec }: Pod, old: Pod): readonly FieldError[] => {
  const field = 'spec.activeDeadlineSeconds'
  const { activeDeadlineSeconds: before } = old.spec
  const { activeDeadlineSeconds: after } = spec
  if (before === undefined) return []
  if (after === undefined) return [invalid(field, undefined, 'must not update from a positive integer to nil value')]
  return after > before ? [invalid(field, after, 'must be less than or equal to previous value')] : []
}

const additions = (tolerations: readonly Toleration[], old: readonly Toleration[]): readonly FieldError[] => {
  const unchanged = old.every(before => tolerations.some(toleration => sameJson(settled(toleration), settled(before))))
  return unchanged
    ? []
    : [forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds')]
}

const settled = (toleration: Toleration): object => omit(toleration, 'tolerationSeconds')

const rest = (pod: Pod, old: Pod): readonly FieldError[] => {
  const count = (['containers', 'initContainers'] as const).every(
    list => (pod.spec[list]?.length ?? 0) === (old.spec[list]?.length ?? 0),
  )
  if (!count || sameJson(fixed(pod.spec), fixed(old.spec))) return []
  return [forbidden('spec', `pod updates may not change fields other than ${changeable.join(',')}`)]
}

const fixed = (spec: PodSpec): object => {
  const { containers, initContainers = [], ...others } = spec
  const grace = (spec.terminationGracePeriodSeconds ?? 0) < 0 ? 1 : spec.terminationGracePeriodSeconds
  return {
    ...omit(others, 'activeDeadlineSeconds', 'tolerations', 'schedulingGates'),
    terminationGracePeriodSeconds: grace,
    containers: containers.map(withoutImage),
    initContainers: initContainers.map(withoutImage),
  }
}

const withoutImage = (container: Container): object => omit(container, 'image')
