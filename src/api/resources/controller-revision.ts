import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { invalid } from '../field-error.ts'
import type { ControllerRevision } from '../generated/types.ts'
import { controllerOf } from '../meta.ts'
import { defineResource } from '../resource.ts'

export const controllerRevision = defineResource<ControllerRevision>({
  group: 'apps',
  version: 'v1',
  kind: 'ControllerRevision',
  plural: 'controllerrevisions',
  namespaced: true,
  columns: [
    nameColumn,
    column('Controller', object => controllerText(object)),
    column('Revision', ({ revision }) => revision, 'integer'),
    ageColumn,
  ],

  validate: ({ revision = 0 }) =>
    revision < 0 ? [invalid('revision', revision, 'must be greater than or equal to 0')] : [],
  validateUpdate: ({ data }, old) => (sameJson(data, old.data) ? [] : [invalid('data', data, 'field is immutable')]),
})

const controllerText = (object: ControllerRevision): string => {
  const controller = controllerOf(object)
  if (!controller) return '<none>'
  const [group, version] = controller.apiVersion.split('/')
  const kind = controller.kind.toLowerCase()
  return `${version ? `${kind}.${group}` : kind}/${controller.name}`
}
