import { sameJson } from '../../../util/same-json.ts'
import type { Job, JobSpec } from '../../generated/types.ts'
import { templateDefaults } from '../pod-template.ts'

/** A job that says neither how many nor how many at once runs one pod. */
export const jobDefaults = (object: Job): Job => {
  const spec = { ...object.spec } as JobSpec
  const single = spec.completions === undefined && spec.parallelism === undefined
  const template = templateDefaults(spec.template)
  const ownLabels = Object.keys(object.metadata.labels ?? {}).length > 0
  const labels = template.metadata?.labels
  return {
    ...object,
    metadata: ownLabels || !labels ? object.metadata : { ...object.metadata, labels },
    spec: {
      backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1,
      completionMode: 'NonIndexed',
      suspend: false,
      manualSelector: false,
      podReplacementPolicy: spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed',
      ...(single ? { completions: 1 } : {}),
      parallelism: 1,
      ...spec,
      template,
    },
  }
}

const prefix = 'batch.kubernetes.io/'

/** The labels that tell a job's pods from all others, and the selector that looks for them. */
export const withJobLabels = (object: Job): Job => {
  const { metadata, spec } = object
  if (!spec || spec.manualSelector) return object
  const { name, uid = '' } = metadata
  const labels = {
    [`${prefix}controller-uid`]: uid,
    [`${prefix}job-name`]: name,
    'controller-uid': uid,
    'job-name': name,
  }
  const own = { name: '', ...spec.template.metadata }
  // A job without labels has those of its template, and gets whatever those get.
  const sharesLabels = metadata.labels !== undefined && sameJson(metadata.labels, own.labels)
  return {
    ...object,
    metadata: sharesLabels ? { ...metadata, labels: { ...metadata.labels, ...labels } } : metadata,
    spec: {
      ...spec,
      selector: { ...spec.selector, matchLabels: { ...spec.selector?.matchLabels, [`${prefix}controller-uid`]: uid } },
      template: { ...spec.template, metadata: { ...own, labels: { ...own.labels, ...labels } } },
    },
  }
}
