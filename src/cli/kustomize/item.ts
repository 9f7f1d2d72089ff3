import { resourceOf } from '../../api/lookup.ts'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { type Schema, schemaOfKind } from '../../api/schema.ts'

/** An object on its way through a kustomization. */
export interface Item {
  readonly object: KubeObject
  /** Its name is to end in a hash of its content. */
  readonly hashed: boolean
}

export const resourceOfItem = ({ object }: Item): Resource | undefined => resourceOf(object)

export const schemaOfItem = ({ object }: Item): Schema | undefined =>
  schemaOfKind({ ...parseApiVersion(object.apiVersion), kind: object.kind })

/** The items with their metadata changed. */
export const withMetadata = (item: Item, metadata: Partial<KubeObject['metadata']>): Item => ({
  ...item,
  object: { ...item.object, metadata: { ...item.object.metadata, ...metadata } },
})
