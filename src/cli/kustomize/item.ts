import { resourceOf } from '../../api/lookup.ts'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { type Schema, schemaOfKind } from '../../api/schema.ts'

/** Under what an object was or is known. */
export interface Identity {
  readonly name: string
  readonly namespace: string
}

/** An object on its way through a kustomization. */
export interface Item {
  readonly object: KubeObject
  /** Its name is to end in a hash of its content. */
  readonly hashed: boolean
  /** Under what it was known before, the oldest first. */
  readonly former: readonly Identity[]
  /** What was put around its name, the innermost first. */
  readonly affixes: readonly string[]
}

export const itemOf = (object: KubeObject, { hashed = false }: { readonly hashed?: boolean } = {}): Item => ({
  object,
  hashed,
  former: [],
  affixes: [],
})

export const identityOf = ({ object: { metadata } }: Item): Identity => ({
  name: metadata.name ?? '',
  namespace: metadata.namespace || 'default',
})

/** All that it is and was known under. */
export const identities = (item: Item): readonly Identity[] => [...item.former, identityOf(item)]

export const resourceOfItem = ({ object }: Item): Resource | undefined => resourceOf(object)

export const schemaOfItem = ({ object }: Item): Schema | undefined =>
  schemaOfKind({ ...parseApiVersion(object.apiVersion), kind: object.kind })

/** The item with its metadata changed; what it was known under is kept. */
export const withMetadata = (item: Item, metadata: Partial<KubeObject['metadata']>): Item => {
  const changed = { ...item, object: { ...item.object, metadata: { ...item.object.metadata, ...metadata } } }
  const [before, after] = [identityOf(item), identityOf(changed)]
  const isSame = before.name === after.name && before.namespace === after.namespace
  return isSame ? changed : { ...changed, former: [...item.former, before] }
}

/** How kustomize's errors name an object. */
export const idText = ({ apiVersion, kind, metadata }: KubeObject): string => {
  const { group, version } = parseApiVersion(apiVersion)
  return `${kind}.${version}.${group || '[noGrp]'}/${metadata.name}.${metadata.namespace || '[noNs]'}`
}
