import type { RoleBinding } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isPathSegment } from '../validation/names.ts'
import { bindingColumns, bindingDefaults, describeBinding, validateBinding, validateBindingUpdate } from './bindings.ts'

export const roleBinding = defineResource<RoleBinding>({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'RoleBinding',
  plural: 'rolebindings',
  namespaced: true,
  columns: bindingColumns,

  validateName: isPathSegment,
  withDefaults: bindingDefaults,
  validate: validateBinding,
  validateUpdate: validateBindingUpdate,
  describe: async object => describeBinding(object),
})
