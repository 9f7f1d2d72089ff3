import { nameColumn } from '../columns.ts'
import type { ClusterRole } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isPathSegment } from '../validation/names.ts'
import { createdColumn } from './created-column.ts'
import { describeRules, validateRules } from './rules.ts'

export const clusterRole = defineResource<ClusterRole>({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'ClusterRole',
  plural: 'clusterroles',
  namespaced: false,
  columns: [nameColumn, createdColumn],

  validateName: isPathSegment,
  validate: validateRules,
  describe: async object => describeRules(object),
})
