import { column, nameColumn } from '../columns.ts'
import { mapText } from '../describe/selector-text.ts'
import type { PodTemplate } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validatePodTemplate } from './pod/validation.ts'
import { containerImages, containerNames, templateDefaults } from './pod-template.ts'

export const podTemplate = defineResource<PodTemplate>({
  group: '',
  version: 'v1',
  kind: 'PodTemplate',
  plural: 'podtemplates',
  returnsDeleted: true,
  namespaced: true,
  hasGeneration: true,
  columns: [
    nameColumn,
    column('Containers', ({ template }) => containerNames(template)),
    column('Images', ({ template }) => containerImages(template)),
    column('Pod Labels', ({ template }) => mapText(template?.metadata?.labels)),
  ],

  withDefaults: object => ({ ...object, template: templateDefaults(object.template) }),
  validate: ({ template }) => validatePodTemplate(template, 'template'),
})
