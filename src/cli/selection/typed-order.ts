import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'

// The fields of Go's ObjectMeta, in its order.
const metadataOrder = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
]

/**
 * The object with its keys as Go's types have them: those of `model`, which a verb has built in that order, come first.
 */
export const inTypedOrder = (object: KubeObject, model: KubeObject): KubeObject => {
  const { kind, apiVersion, metadata, ...rest } = alike(object, model) as KubeObject
  return { kind, apiVersion, metadata: keysFirst(metadata, metadataOrder), ...rest }
}

const alike = (value: unknown, model: unknown): unknown => {
  if (Array.isArray(value) && Array.isArray(model)) return value.map((item, index) => alike(item, model[index]))
  if (!isMap(value) || !isMap(model)) return value
  const ordered = keysFirst(value, Object.keys(model))
  return Object.fromEntries(Object.entries(ordered).map(([key, item]) => [key, alike(item, model[key])]))
}

const keysFirst = <T extends object>(value: T, keys: readonly string[]): T => {
  const first = keys.filter(key => Object.hasOwn(value, key)).map(key => [key, value[key as keyof T]])
  return { ...Object.fromEntries(first), ...value }
}
