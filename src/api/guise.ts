import type { Column } from './columns.ts'
import type { KubeObject } from './meta.ts'
import { defineResource, type Resource } from './resource.ts'

type Names = Partial<Pick<Resource, 'group' | 'version' | 'shortNames' | 'categories' | 'selectableFields'>>

/** A kind that is another one in other words. */
export const defineGuise = <T extends KubeObject, S extends KubeObject>(
  names: Names,
  { of, toStored, fromStored }: { of: Resource<S>; toStored(object: T): S; fromStored(object: S): T },
): Resource<T> => {
  const { kind, plural, shortNames, categories, namespaced, hasStatus, hasGeneration, columns, describe } = of
  return defineResource<T>({
    group: of.group,
    version: of.version,
    ...{ kind, plural, shortNames, categories, namespaced, hasStatus, hasGeneration },
    ...names,
    columns: columns.map(
      (column): Column<T> => ({ ...column, cell: (object, now) => column.cell(toStored(object), now) }),
    ),
    describe: async (object, context) => (await describe?.(toStored(object), context)) ?? [],
    guise: {
      of,
      toStored,
      // Whoever asks has it from the store of that kind.
      fromStored: object => fromStored(object as S),
    },
  })
}
