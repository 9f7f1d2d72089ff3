import { column, nameColumn } from '../columns.ts'
import type { KubeObject } from '../meta.ts'
import { defineResource } from '../resource.ts'

interface ComponentStatus extends KubeObject {
  readonly conditions?: readonly {
    readonly type: string
    readonly status: string
    readonly message?: string
    readonly error?: string
  }[]
}

const healthOf = ({ conditions = [] }: ComponentStatus) => conditions.find(({ type }) => type === 'Healthy')

const words: Readonly<Record<string, string>> = { True: 'Healthy', False: 'Unhealthy' }

export const componentStatus = defineResource<ComponentStatus>({
  group: '',
  version: 'v1',
  kind: 'ComponentStatus',
  plural: 'componentstatuses',
  shortNames: ['cs'],
  namespaced: false,
  verbs: ['get', 'list'],
  deprecation: 'v1 ComponentStatus is deprecated in v1.19+',
  columns: [
    nameColumn,
    column('Status', object => words[healthOf(object)?.status ?? ''] ?? 'Unknown'),
    column('Message', object => healthOf(object)?.message ?? ''),
    column('Error', object => healthOf(object)?.error ?? ''),
  ],
})
