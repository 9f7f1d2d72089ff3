import { ageColumn, column, nameColumn } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { mapText } from '../describe/selector-text.ts'
import { defineResource } from '../resource.ts'
import type { PriorityClass } from './priority-class/priority-class-object.ts'
import { validatePriorityClass, validatePriorityClassUpdate } from './priority-class/validation.ts'

export const priorityClass = defineResource<PriorityClass>({
  group: 'scheduling.k8s.io',
  version: 'v1',
  kind: 'PriorityClass',
  plural: 'priorityclasses',
  shortNames: ['pc'],
  namespaced: false,
  hasGeneration: true,
  columns: [
    nameColumn,
    column('Value', ({ value = 0 }) => value, 'integer'),
    column('Global-Default', ({ globalDefault = false }) => globalDefault, 'boolean'),
    ageColumn,
    column('PreemptionPolicy', ({ preemptionPolicy = '' }) => preemptionPolicy),
  ],

  withDefaults: object => ({ ...object, preemptionPolicy: object.preemptionPolicy ?? 'PreemptLowerPriority' }),
  validate: validatePriorityClass,
  validateUpdate: validatePriorityClassUpdate,

  describe: async (object, context) => [
    `Name:\t${object.metadata.name}`,
    `Value:\t${object.value}`,
    `GlobalDefault:\t${object.globalDefault ?? false}`,
    `PreemptionPolicy:\t${object.preemptionPolicy ?? ''}`,
    `Description:\t${object.description ?? ''}`,
    `Annotations:\t${mapText(object.metadata.annotations)}`,
    ...(await eventLines(object, context)),
  ],
})
