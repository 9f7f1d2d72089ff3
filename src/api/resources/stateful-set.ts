import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import type { PersistentVolumeClaim, StatefulSet, StatefulSetUpdateStrategy } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isDns1123Label } from '../validation/names.ts'
import { templateWarnings } from './pod/warnings.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'
import { replicasScale, templateWorkload } from './replicas.ts'
import { validateStatefulSet, validateStatefulSetUpdate } from './stateful-set/validation.ts'

export const statefulSet = defineResource<StatefulSet>({
  group: 'apps',
  version: 'v1',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  shortNames: ['sts'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Ready', ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec.template)),
  ],
  scale: replicasScale(),
  workload: templateWorkload(),

  withDefaults: object => ({
    ...object,
    spec: {
      podManagementPolicy: 'OrderedReady',
      replicas: 1,
      revisionHistoryLimit: 10,
      ...object.spec,
      template: templateDefaults(object.spec?.template),
      updateStrategy: strategyDefaults(object.spec?.updateStrategy),
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
        ...object.spec?.persistentVolumeClaimRetentionPolicy,
      },
      ...(object.spec?.volumeClaimTemplates
        ? { volumeClaimTemplates: object.spec.volumeClaimTemplates.map(claimDefaults) }
        : {}),
    },
  }),
  validateName: isDns1123Label,
  prepareForCreate: object => ({ ...object, status: { replicas: 0, availableReplicas: 0 } }),
  validate: ({ spec }) => validateStatefulSet(spec),
  validateUpdate: ({ spec }, old) => validateStatefulSetUpdate(spec, old.spec),
  warnings: templateWarnings,
  rollout: async () => (await import('./stateful-set/rollout.ts')).statefulSetRollout,
  describe: async (object, context) =>
    (await import('./stateful-set/describe.ts')).describeStatefulSet(object, context),
})

const strategyDefaults = (strategy: StatefulSetUpdateStrategy = {}): StatefulSetUpdateStrategy => {
  const type = strategy.type || 'RollingUpdate'
  return type === 'RollingUpdate'
    ? { ...strategy, type, rollingUpdate: { partition: 0, ...strategy.rollingUpdate } }
    : { ...strategy, type }
}

const claimDefaults = (claim: PersistentVolumeClaim): PersistentVolumeClaim => ({
  ...claim,
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  spec: { ...claim.spec, volumeMode: claim.spec?.volumeMode ?? 'Filesystem' },
  status: { phase: 'Pending', ...claim.status },
})
