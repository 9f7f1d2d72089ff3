import { ageColumn, ageOf, column, nameColumn, wideColumn } from '../columns.ts'
import { invalid } from '../field-error.ts'
import type { CronJob } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { validateCronJob } from './cron-job/validation.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'

// A job's name adds eleven characters, and must be one that a pod's label can hold.
const longestName = 52

export const cronJob = defineResource<CronJob>({
  group: 'batch',
  version: 'v1',
  kind: 'CronJob',
  plural: 'cronjobs',
  shortNames: ['cj'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Schedule', ({ spec }) => spec?.schedule ?? ''),
    column('Timezone', ({ spec }) => spec?.timeZone ?? '<none>'),
    column('Suspend', ({ spec }) => (spec?.suspend ? 'True' : 'False'), 'boolean'),
    column('Active', ({ status }) => status?.active?.length ?? 0, 'integer'),
    column('Last Schedule', ({ status }, now) =>
      status?.lastScheduleTime ? ageOf(status.lastScheduleTime, now) : '<none>',
    ),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec?.jobTemplate.spec?.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec?.jobTemplate.spec?.template)),
    wideColumn('Selector', ({ spec }) => formatLabelSelector(spec?.jobTemplate.spec?.selector)),
  ],
  workload: {
    template: ({ spec }) => spec?.jobTemplate.spec?.template ?? {},
    withTemplate: (object, template) =>
      object.spec
        ? {
            ...object,
            spec: {
              ...object.spec,
              jobTemplate: { ...object.spec.jobTemplate, spec: { ...object.spec.jobTemplate.spec, template } },
            },
          }
        : object,
  },

  withDefaults: object => ({
    ...object,
    spec: {
      concurrencyPolicy: 'Allow',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      ...object.spec,
      jobTemplate: {
        ...object.spec?.jobTemplate,
        spec: {
          ...object.spec?.jobTemplate?.spec,
          template: templateDefaults(object.spec?.jobTemplate?.spec?.template),
        },
      },
    },
  }),
  prepareForCreate: object => ({ ...object, status: {} }),
  validate: ({ metadata: { name }, spec }) => [
    ...(spec ? validateCronJob(spec) : []),
    ...(name.length > longestName
      ? [invalid('metadata.name', name, `must be no more than ${longestName} characters`)]
      : []),
  ],
  validateUpdate: ({ spec }) => (spec ? validateCronJob(spec) : []),
  describe: async (object, context) => (await import('./cron-job/describe.ts')).describeCronJob(object, context),
})
