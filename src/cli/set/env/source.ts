import type { EnvVar } from '../../../api/generated/types.ts'
import { by } from '../../../util/compare.ts'
import { Failure } from '../../errors.ts'
import { collectObjects } from '../../selection/collect-objects.ts'
import { type Selection, selectionOf } from '../../selection/selection.ts'
import type { Context, Invocation } from '../../verb.ts'
import { looseSelection, type SetFlags } from '../flags.ts'

interface Wanted {
  /** Where the ConfigMaps and Secrets are. */
  readonly selection: Selection
  /** Which of their keys; none for all. */
  readonly keys: readonly string[]
}

/** What --from is about: the cluster's object; with --local, as in kubectl, all that the files hold. */
export const sourceSelection = (from: string, flags: SetFlags, invocation: Invocation): Selection =>
  flags.local
    ? looseSelection([], flags, invocation)
    : selectionOf({ args: [from], flags: { ...flags, all: false }, invocation })

/** A variable for each key of ConfigMaps and Secrets. */
export const variablesFrom = async ({ selection, keys }: Wanted, context: Context): Promise<readonly EnvVar[]> => {
  const { objects, error } = await collectObjects(selection, context)
  if (error !== undefined) throw error
  const found = objects.map(({ object }) => object)
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
