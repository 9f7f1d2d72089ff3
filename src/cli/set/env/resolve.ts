import type { ConfigMap, Container, EnvVarSource, Pod, Secret } from '../../../api/generated/types.ts'
import { resourceOfKind } from '../../../api/lookup.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { podField } from '../../../api/resources/pod/field.ts'
import { resourceText } from '../../../api/resources/pod/resource-field.ts'
import type { Context } from '../../verb.ts'

interface Place {
  readonly object: KubeObject
  readonly container: Container
}

/** The value that a variable takes from elsewhere. Throws where it is not there. */
export const resolveSource = async (
  { secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef }: EnvVarSource,
  { object, container }: Place,
  context: Context,
): Promise<string> => {
  if (secretKeyRef) {
    const value = (await referred<Secret>('Secret', secretKeyRef.name, context)).data?.[secretKeyRef.key]
    if (value === undefined) throw new Error(`key ${secretKeyRef.key} not found in secret ${secretKeyRef.name}`)
    return Buffer.from(String(value), 'base64').toString()
  }
  if (configMapKeyRef) {
    const value = (await referred<ConfigMap>('ConfigMap', configMapKeyRef.name, context)).data?.[configMapKeyRef.key]
    if (value === undefined) {
      throw new Error(`key ${configMapKeyRef.key} not found in config map ${configMapKeyRef.name}`)
    }
    return value
  }
  if (fieldRef) return fieldText(object, fieldRef.fieldPath)
  if (resourceFieldRef) return resourceText(resourceFieldRef, container)
  throw new Error('invalid valueFrom')
}

const referred = async <T extends ConfigMap | Secret>(
  kind: string,
  name: string | undefined,
  { client, namespace }: Context,
): Promise<T> => (await client.get({ resource: resourceOfKind(kind), namespace, name: name ?? '' })) as KubeObject as T

// Of the object itself, whatever its kind: what only a running pod has is not supported.
const fieldText = (object: KubeObject, path: string): string => {
  if (!path.startsWith('metadata.')) throw new Error(`unsupported fieldPath: ${path}`)
  return podField(object as Pod, path) ?? ''
}
