import { ageColumn, column, nameColumn } from '../../api/columns.ts'
import type { KubeObject } from '../../api/meta.ts'
import { defineResource, type Resource } from '../../api/resource.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { Block } from './block.ts'

interface Scale extends KubeObject {
  readonly spec?: { readonly replicas?: number }
  readonly status?: { readonly replicas?: number }
}

// The scale of anything is an object of this kind; it has no place of its own in the API.
const scale: Resource = defineResource<Scale>({
  group: 'autoscaling',
  version: 'v1',
  kind: 'Scale',
  plural: 'scales',
  namespaced: true,
  columns: [
    nameColumn,
    column('Desired', ({ spec }) => spec?.replicas ?? 0, 'integer'),
    column('Available', ({ status }) => status?.replicas ?? 0, 'integer'),
    ageColumn,
  ],
})

/** A part of an object (`status`, `scale`), and the kind that it is printed as. */
export const partOf = async (
  { resource, namespace, name }: Found,
  subresource: string,
  { client }: Context,
): Promise<Block> => {
  const object = await client.get({ resource, namespace, name, subresource })
  return { resource: object.kind === scale.kind ? scale : resource, objects: [object] }
}
