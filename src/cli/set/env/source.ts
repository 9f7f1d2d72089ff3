import type { EnvVar } from '../../../api/generated/types.ts'
import { by } from '../../../util/compare.ts'
import { Failure } from '../../errors.ts'
import { parseTargets } from '../../selection/targets.ts'
import type { Context } from '../../verb.ts'

interface Wanted {
  /** `configmap/NAME` or `secret/NAME`. */
  readonly from: string
  /** Which of its keys; none for all. */
  readonly keys: readonly string[]
}

/** A variable for each key of a ConfigMap or Secret. */
export const variablesFrom = async ({ from, keys }: Wanted, context: Context): Promise<readonly EnvVar[]> => {
  const targets = parseTargets([from]).objects
  const found = await Promise.all(
    targets.map(({ resource, name }) => context.client.get({ resource, namespace: context.namespace, name })),
  )
  return found.flatMap(object => {
    const reference = references[object.kind]
    if (!reference) throw new Failure('unsupported resource specified in --from')
    const data = 'data' in object && typeof object.data === 'object' ? object.data : {}
    return Object.keys(data ?? {})
      .filter(key => keys.length === 0 || keys.includes(key))
      .toSorted(by(key => key))
      .map(key => ({
        name: variableName(key, context),
        valueFrom: { [reference]: { name: object.metadata.name, key } },
      }))
  })
}

const references: Readonly<Record<string, string>> = { ConfigMap: 'configMapKeyRef', Secret: 'secretKeyRef' }

const variableName = (key: string, { warn }: Context): string => {
  const name = key.replace(/[^a-zA-Z0-9_]/g, '_').toUpperCase()
  if (name !== key) warn(`key ${key} transferred to ${name}`)
  return name
}
