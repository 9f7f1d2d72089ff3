import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { ClusterView } from '../../../src/api/view.ts'
import { by } from '../../../src/util/compare.ts'
import { readDocuments } from '../../../src/util/yaml/read.ts'

/** A cluster that holds these objects and never changes. */
export const viewOf = (objects: readonly KubeObject[]): ClusterView => {
  const keyOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name}`
  const kinds = new Map<string, readonly KubeObject[]>()
  for (const object of objects) kinds.set(object.kind, [...(kinds.get(object.kind) ?? []), object])
  for (const [kind, list] of kinds) kinds.set(kind, list.toSorted(by(keyOf)))
  const byKey = new Map(objects.map(object => [`${object.kind} ${keyOf(object)}`, object]))
  return {
    get: <T extends KubeObject>(kind: string, namespace: string | undefined, name: string) =>
      byKey.get(`${kind} ${namespace ?? ''}/${name}`) as T | undefined,
    list: <T extends KubeObject>(kind: string, namespace?: string) =>
      (kinds.get(kind) ?? []).filter(
        ({ metadata }) => namespace === undefined || metadata.namespace === namespace,
      ) as unknown as readonly T[],
  }
}

/** The objects of files of test/cases. */
export const objectsOf = (files: readonly string[]): readonly KubeObject[] =>
  files.flatMap(file => readDocuments(readFileSync(join('test/cases', file), 'utf8')) as readonly KubeObject[])
