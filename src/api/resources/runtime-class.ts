import { ageColumn, column, nameColumn } from '../columns.ts'
import type { KubeObject } from '../meta.ts'
import { defineResource } from '../resource.ts'

interface RuntimeClass extends KubeObject {
  readonly handler?: string
}

export const runtimeClass = defineResource<RuntimeClass>({
  group: 'node.k8s.io',
  version: 'v1',
  kind: 'RuntimeClass',
  plural: 'runtimeclasses',
  namespaced: false,
  columns: [nameColumn, column('Handler', ({ handler }) => handler ?? ''), ageColumn],
})
