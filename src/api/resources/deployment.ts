import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { templateExposure } from '../exposure.ts'
import type { Deployment, DeploymentStrategy } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { validateDeployment } from './deployment/validation.ts'
import { workloadWarnings } from './pod/warnings.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'
import { replicasScale, templateWorkload } from './replicas.ts'
import { immutableSelector } from './replicated-validation.ts'

export const deployment = defineResource<Deployment>({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
  shortNames: ['deploy'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  countsAnnotations: true,
  columns: [
    nameColumn,
    column('Ready', ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}`),
    column('Up-to-date', ({ status }) => status?.updatedReplicas ?? 0),
    column('Available', ({ status }) => status?.availableReplicas ?? 0),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec.template)),
    wideColumn('Selector', ({ spec }) => formatLabelSelector(spec.selector)),
  ],
  scale: replicasScale(),
  workload: templateWorkload(),
  exposure: templateExposure('deployment'),

  withDefaults: object => ({
    ...object,
    spec: {
      ...object.spec,
      replicas: object.spec?.replicas ?? 1,
      template: templateDefaults(object.spec?.template),
      strategy: strategyDefaults(object.spec?.strategy),
      revisionHistoryLimit: object.spec?.revisionHistoryLimit ?? 10,
      progressDeadlineSeconds: object.spec?.progressDeadlineSeconds ?? 600,
    },
  }),
  prepareForCreate: object => ({ ...object, status: {} }),
  validate: ({ spec }) => validateDeployment(spec),
  validateUpdate: ({ spec }, old) => [...validateDeployment(spec), ...immutableSelector(spec, old.spec)],
  warnings: workloadWarnings,
  rollout: async () => (await import('./deployment/rollout.ts')).deploymentRollout,
  describe: async (object, context) => (await import('./deployment/describe.ts')).describeDeployment(object, context),
})

const strategyDefaults = (strategy: DeploymentStrategy = {}): DeploymentStrategy => {
  const type = strategy.type || 'RollingUpdate'
  if (type !== 'RollingUpdate') return { ...strategy, type }
  const { maxUnavailable = '25%', maxSurge = '25%' } = strategy.rollingUpdate ?? {}
  return { type, rollingUpdate: { maxUnavailable, maxSurge } }
}
