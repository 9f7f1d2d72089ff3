import { sameJson } from '../../util/same-json.ts'
import { type FieldError, invalid, required } from '../field-error.ts'
import type { LabelSelector, PodTemplateSpec } from '../generated/types.ts'
import { matches } from '../labels.ts'
import { validateLabelSelector } from '../validation/label-selector.ts'
import { validateLastingTemplate } from './pod/validation.ts'

interface ReplicatedSpec {
  readonly replicas?: number | undefined
  readonly minReadySeconds?: number | undefined
  readonly selector?: LabelSelector | undefined
  readonly template?: PodTemplateSpec | undefined
}

/** The faults that all kinds share which keep a number of pods of a template; `kind` is how messages call it. */
export const validateReplicated = (spec: ReplicatedSpec, kind: string): readonly FieldError[] => [
  ...notNegative(spec.replicas, 'spec.replicas'),
  ...notNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
  ...validateSelector(spec.selector, kind),
  ...validateSelectedTemplate(spec, 'ReplicaSet'),
]

export const notNegative = (value: number | undefined, field: string): readonly FieldError[] =>
  (value ?? 0) < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : []

/** A selector must be there and pick something. */
export const validateSelector = (selector: LabelSelector | undefined, kind: string): readonly FieldError[] => {
  if (!selector) return [required('spec.selector')]
  return [
    ...validateLabelSelector(selector, 'spec.selector'),
    ...(isEmpty(selector) ? [invalid('spec.selector', selector, `empty selector is invalid for ${kind}`)] : []),
  ]
}

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0

/** A template must make pods that the selector picks; they go on for ever. */
export const validateSelectedTemplate = (
  { selector, template }: Pick<ReplicatedSpec, 'selector' | 'template'>,
  kind: string,
): readonly FieldError[] => {
  const labels = template?.metadata?.labels
  const picks = selector !== undefined && (isEmpty(selector) || matches(selector, labels))
  return [
    ...(picks ? [] : [invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`')]),
    ...validateLastingTemplate(template, kind, 'spec.template'),
  ]
}

/** A selector is for life: pods that it no longer picks would be forgotten. */
export const immutableSelector = (spec: ReplicatedSpec, old: ReplicatedSpec): readonly FieldError[] =>
  sameJson(spec.selector, old.selector) ? [] : [invalid('spec.selector', spec.selector, 'field is immutable')]
