import { humanDuration } from '../../util/human-duration.ts'
import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import type { Job } from '../generated/types.ts'
import { isConditionTrue } from '../pod-status.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { jobDefaults, withJobLabels } from './job/defaults.ts'
import { validateJob, validateJobUpdate } from './job/validation.ts'
import { workloadWarnings } from './pod/warnings.ts'
import { containerImages, containerNames } from './pod-template.ts'

export const job = defineResource<Job>({
  group: 'batch',
  version: 'v1',
  kind: 'Job',
  plural: 'jobs',
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  orphansByDefault:
    'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning',
  columns: [
    nameColumn,
    column('Status', object => statusText(object)),
    column('Completions', object => completionsText(object)),
    column('Duration', (object, now) => durationText(object, now)),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec?.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec?.template)),
    wideColumn('Selector', ({ spec }) => formatLabelSelector(spec?.selector)),
  ],
  workload: {
    template: ({ spec }) => spec?.template ?? {},
    withTemplate: (object, template) => ({ ...object, spec: { ...object.spec, template } }),
    selector: ({ spec }) => spec?.selector,
  },

  withDefaults: object => jobDefaults(object),
  prepareForCreate: object => ({ ...withJobLabels(object), status: {} }),
  validate: ({ spec }) => validateJob(spec),
  validateUpdate: ({ spec }, old) => validateJobUpdate(spec, old.spec),
  warnings: workloadWarnings,
  selectableFields: ({ status }) => ({ 'status.successful': String(status?.succeeded ?? 0) }),
  describe: async (object, context) => (await import('./job/describe.ts')).describeJob(object, context),
})

const statusText = ({ metadata, status }: Job): string => {
  if (isConditionTrue(status, 'Complete')) return 'Complete'
  if (isConditionTrue(status, 'Failed')) return 'Failed'
  if (metadata.deletionTimestamp) return 'Terminating'
  const told = ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(type => isConditionTrue(status, type))
  return told ?? 'Running'
}

const completionsText = ({ spec, status }: Job): string => {
  const done = status?.succeeded ?? 0
  if (spec?.completions !== undefined) return `${done}/${spec.completions}`
  const parallelism = spec?.parallelism ?? 0
  return parallelism > 1 ? `${done}/1 of ${parallelism}` : `${done}/1`
}

const durationText = ({ status }: Job, now: number): string => {
  const { startTime, completionTime } = status ?? {}
  if (!startTime) return ''
  return humanDuration((completionTime ? Date.parse(completionTime) : now) - Date.parse(startTime))
}
