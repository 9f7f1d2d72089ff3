import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { mapText } from '../describe/selector-text.ts'
import type { DaemonSet, DaemonSetStatus, DaemonSetUpdateStrategy } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { validateDaemonSet } from './daemon-set/validation.ts'
import { templateWarnings } from './pod/warnings.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'
import { templateWorkload } from './replicas.ts'
import { immutableSelector } from './replicated-validation.ts'

const count =
  (name: keyof DaemonSetStatus) =>
  ({ status }: DaemonSet) =>
    Number(status?.[name] ?? 0)

export const daemonSet = defineResource<DaemonSet>({
  group: 'apps',
  version: 'v1',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  shortNames: ['ds'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Desired', count('desiredNumberScheduled'), 'integer'),
    column('Current', count('currentNumberScheduled'), 'integer'),
    column('Ready', count('numberReady'), 'integer'),
    column('Up-to-date', count('updatedNumberScheduled'), 'integer'),
    column('Available', count('numberAvailable'), 'integer'),
    column('Node Selector', ({ spec }) => mapText(spec.template.spec?.nodeSelector)),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec.template)),
    wideColumn('Selector', ({ spec }) => formatLabelSelector(spec.selector)),
  ],
  workload: templateWorkload(),

  withDefaults: object => ({
    ...counted(object, templateGeneration(object)),
    spec: {
      revisionHistoryLimit: 10,
      ...object.spec,
      template: templateDefaults(object.spec?.template),
      updateStrategy: strategyDefaults(object.spec?.updateStrategy),
    },
  }),
  prepareForCreate: object => ({
    ...counted(object, 1),
    status: { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
  }),
  prepareForUpdate: (object, old) =>
    counted(object, templateGeneration(old) + (sameJson(object.spec.template, old.spec.template) ? 0 : 1)),
  validate: ({ spec }) => validateDaemonSet(spec),
  validateUpdate: ({ spec }, old) => [...validateDaemonSet(spec), ...immutableSelector(spec, old.spec)],
  warnings: templateWarnings,
  rollout: async () => (await import('./daemon-set/rollout.ts')).daemonSetRollout,
  describe: async (object, context) => (await import('./daemon-set/describe.ts')).describeDaemonSet(object, context),
})

// The server counts changes of the template in an annotation, from the time before revisions.
const generation = 'deprecated.daemonset.template.generation'

const templateGeneration = ({ metadata }: DaemonSet): number => Number(metadata.annotations?.[generation] ?? 1)

const counted = (object: DaemonSet, value: number): DaemonSet => ({
  ...object,
  metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, [generation]: String(value) } },
})

const strategyDefaults = (strategy: DaemonSetUpdateStrategy = {}): DaemonSetUpdateStrategy => {
  const type = strategy.type || 'RollingUpdate'
  return type === 'RollingUpdate'
    ? { ...strategy, type, rollingUpdate: { maxUnavailable: 1, maxSurge: 0, ...strategy.rollingUpdate } }
    : { ...strategy, type }
}
