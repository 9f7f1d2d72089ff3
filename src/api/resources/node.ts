import type { Node } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { nodeColumns } from './node/columns.ts'
import { validateNode } from './node/validation.ts'

export const node = defineResource<Node>({
  group: '',
  version: 'v1',
  kind: 'Node',
  plural: 'nodes',
  shortNames: ['no'],
  namespaced: false,
  hasStatus: true,
  hasGeneration: false,
  columns: nodeColumns,

  withDefaults: object => ({ ...object, spec: { ...object.spec } }),
  validate: validateNode,
  selectableFields: ({ spec }) => ({ 'spec.unschedulable': String(spec?.unschedulable ?? false) }),
  describe: async (object, context) => (await import('./node/describe.ts')).describeNode(object, context),
})
