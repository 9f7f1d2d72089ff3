import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { templateExposure } from '../exposure.ts'
import type { ReplicaSet } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { workloadWarnings } from './pod/warnings.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'
import { replicasScale, templateWorkload } from './replicas.ts'
import { immutableSelector, validateReplicated } from './replicated-validation.ts'

export const replicaSet = defineResource<ReplicaSet>({
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  shortNames: ['rs'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Desired', ({ spec }) => spec.replicas ?? 0, 'integer'),
    column('Current', ({ status }) => status?.replicas ?? 0, 'integer'),
    column('Ready', ({ status }) => status?.readyReplicas ?? 0, 'integer'),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec.template)),
    wideColumn('Selector', ({ spec }) => formatLabelSelector(spec.selector)),
  ],
  scale: replicasScale(),
  workload: templateWorkload(),
  exposure: templateExposure('replicaset'),

  withDefaults: object => ({
    ...object,
    spec: { ...object.spec, replicas: object.spec?.replicas ?? 1, template: templateDefaults(object.spec?.template) },
  }),
  prepareForCreate: object => ({ ...object, status: { replicas: 0 } }),
  validate: ({ spec }) => validateReplicated(spec, 'replica set'),
  validateUpdate: (object, old) => [
    ...validateReplicated(object.spec, 'replica set'),
    ...immutableSelector(object.spec, old.spec),
  ],
  warnings: workloadWarnings,
  describe: async (object, context) => (await import('./replica-set/describe.ts')).describeReplicaSet(object, context),
})
