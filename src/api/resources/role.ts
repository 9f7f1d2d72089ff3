import { nameColumn } from '../columns.ts'
import type { Role } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isPathSegment } from '../validation/names.ts'
import { createdColumn } from './created-column.ts'
import { describeRules, validateRules } from './rules.ts'

export const role = defineResource<Role>({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'Role',
  plural: 'roles',
  namespaced: true,
  columns: [nameColumn, createdColumn],

  validateName: isPathSegment,
  validate: validateRules,
  describe: async object => describeRules(object),
})
