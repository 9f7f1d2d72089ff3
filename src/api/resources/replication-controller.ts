import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { mapText } from '../describe/selector-text.ts'
import { containerPorts } from '../exposure.ts'
import { type FieldError, invalid, required } from '../field-error.ts'
import type { ReplicationController } from '../generated/types.ts'
import { matchesLabels } from '../labels.ts'
import { defineResource } from '../resource.ts'
import { validateLastingTemplate } from './pod/validation.ts'
import { workloadWarnings } from './pod/warnings.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'
import { notNegative } from './replicated-validation.ts'

export const replicationController = defineResource<ReplicationController>({
  group: '',
  version: 'v1',
  kind: 'ReplicationController',
  plural: 'replicationcontrollers',
  shortNames: ['rc'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Desired', ({ spec }) => spec?.replicas ?? 0, 'integer'),
    column('Current', ({ status }) => status?.replicas ?? 0, 'integer'),
    column('Ready', ({ status }) => status?.readyReplicas ?? 0, 'integer'),
    ageColumn,
    wideColumn('Containers', ({ spec }) => containerNames(spec?.template)),
    wideColumn('Images', ({ spec }) => containerImages(spec?.template)),
    wideColumn('Selector', ({ spec }) => mapText(spec?.selector)),
  ],
  scale: {
    replicas: ({ spec }) => spec?.replicas ?? 0,
    current: ({ status }) => status?.replicas ?? 0,
    withReplicas: (object, replicas) => ({ ...object, spec: { ...object.spec, replicas } }),
    selector: ({ spec }) => mapText(spec?.selector),
  },
  exposure: {
    selector: ({ spec }) => spec?.selector ?? {},
    ports: ({ spec }) => containerPorts(spec?.template?.spec),
  },
  workload: {
    template: ({ spec }) => spec?.template ?? {},
    withTemplate: (object, template) => ({ ...object, spec: { ...object.spec, template } }),
    selector: ({ spec }) => (spec?.selector ? { matchLabels: spec.selector } : undefined),
  },

  withDefaults: object => withDefaults(object),
  prepareForCreate: object => ({ ...object, status: { replicas: 0 } }),
  warnings: workloadWarnings,
  validate: object => validate(object),
  describe: async (object, context) =>
    (await import('./replication-controller/describe.ts')).describeReplicationController(object, context),
})

/** What is not said is taken from the labels of the template. */
const withDefaults = (object: ReplicationController): ReplicationController => {
  const template = templateDefaults(object.spec?.template)
  const labels = template.metadata?.labels
  const named = Object.keys(object.metadata.labels ?? {}).length > 0 || !labels
  return {
    ...object,
    metadata: named ? object.metadata : { ...object.metadata, labels },
    spec: {
      ...object.spec,
      replicas: object.spec?.replicas ?? 1,
      ...(Object.keys(object.spec?.selector ?? {}).length === 0 && labels ? { selector: labels } : {}),
      template,
    },
  }
}

const validate = ({ spec }: ReplicationController): readonly FieldError[] => {
  const { selector = {}, template, replicas, minReadySeconds } = spec ?? {}
  const labels = template?.metadata?.labels
  return [
    ...notNegative(minReadySeconds, 'spec.minReadySeconds'),
    ...(Object.keys(selector).length === 0 ? [required('spec.selector')] : []),
    ...notNegative(replicas, 'spec.replicas'),
    ...(matchesLabels(selector, labels)
      ? []
      : [invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`')]),
    ...validateLastingTemplate(template, 'ReplicationController', 'spec.template'),
  ]
}
