import { sameJson } from '../../../util/same-json.ts'
import { type FieldError, GoStruct, invalid, notSupported, notSupportedInOrder, required } from '../../field-error.ts'
import type { JobSpec } from '../../generated/types.ts'
import { validateLabelSelector } from '../../validation/label-selector.ts'
import { goPodSpec, goTemplate } from '../pod/go-form.ts'
import { validatePodTemplate } from '../pod/validation.ts'
import { notNegative } from '../replicated-validation.ts'

const numbers = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
] as const

/** The faults of a job, or of a cron job's template, which has no selector yet. */
export const validateJob = (spec: JobSpec | undefined, field = 'spec'): readonly FieldError[] => [
  ...(field !== 'spec' || spec?.selector ? [] : [required(`${field}.selector`)]),
  ...numbers.flatMap(name => notNegative(spec?.[name], `${field}.${name}`)),
  ...validateLabelSelector(spec?.selector, `${field}.selector`),
  ...validateMode(spec, field),
  ...validatePerIndex(spec, field),
  ...(spec?.podReplacementPolicy === undefined || replacements.includes(spec.podReplacementPolicy)
    ? []
    : [notSupported(`${field}.podReplacementPolicy`, spec.podReplacementPolicy, replacements)]),
  ...validatePodTemplate(spec?.template, `${field}.template`),
  ...validateRestart(spec, `${field}.template.spec.restartPolicy`),
]

const modes = ['NonIndexed', 'Indexed']

const validateMode = ({ completionMode, completions }: Partial<JobSpec> = {}, field: string): readonly FieldError[] => {
  if (completionMode === undefined) return []
  if (!modes.includes(completionMode)) return [notSupportedInOrder(`${field}.completionMode`, completionMode, modes)]
  return completionMode === 'Indexed' && completions === undefined
    ? [required(`${field}.completions`, 'when completion mode is Indexed')]
    : []
}

const replacements = ['Failed', 'TerminatingOrFailed']

const validatePerIndex = (spec: JobSpec | undefined, field: string): readonly FieldError[] => {
  const { backoffLimitPerIndex: limit, maxFailedIndexes: most, completionMode } = spec ?? {}
  const isIndexed = completionMode === 'Indexed'
  return [
    ...notNegative(limit, `${field}.backoffLimitPerIndex`),
    ...(limit === undefined || isIndexed
      ? []
      : [invalid(`${field}.backoffLimitPerIndex`, limit, 'requires indexed completion mode')]),
    ...notNegative(most, `${field}.maxFailedIndexes`),
    ...(most !== undefined && limit === undefined
      ? [required(`${field}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified')]
      : []),
  ]
}

// Always is what the server fills in where nothing is said.
const validateRestart = (spec: JobSpec | undefined, field: string): readonly FieldError[] => {
  const policy = spec?.template.spec?.restartPolicy
  if (policy === 'OnFailure' || policy === 'Never') return []
  return policy === undefined || policy === 'Always'
    ? [required(field, 'valid values: "OnFailure", "Never"')]
    : [notSupportedInOrder(field, policy, ['OnFailure', 'Never'])]
}

const immutable = <T>(field: string, value: T, old: T, shown: (value: T) => unknown = same): readonly FieldError[] =>
  sameJson(value, old) ? [] : [invalid(field, shown(value), 'field is immutable')]

const same = (value: unknown): unknown => value

export const validateJobUpdate = (spec: JobSpec | undefined, old: JobSpec | undefined): readonly FieldError[] => [
  ...validateJob(spec),
  // Both may grow and shrink together where pods are numbered.
  ...(spec?.completionMode === 'Indexed' && spec.completions === spec.parallelism
    ? []
    : immutable('spec.completions', spec?.completions, old?.completions)),
  ...immutable('spec.selector', spec?.selector, old?.selector),
  ...(old?.suspend
    ? immutable('spec.template.spec', spec?.template.spec, old.template.spec, spec => new GoStruct(goPodSpec(spec)))
    : immutable('spec.template', spec?.template, old?.template, template => new GoStruct(goTemplate(template)))),
  ...immutable('spec.completionMode', spec?.completionMode, old?.completionMode),
]
