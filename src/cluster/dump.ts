import { objectKey, resourceOf } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { readDocuments } from '../util/yaml/read.ts'

/** What a dump of a real cluster holds, by key, and what it holds of kinds that kubesim does not know. */
export interface Dump {
  readonly objects: ReadonlyMap<string, KubeObject>
  readonly unknown: readonly string[]
  /** The newest time that stands in it, in milliseconds; undefined if none does. */
  readonly newest: number | undefined
}

/** Reads what `kubectl get … -o yaml` or `-o json` printed: documents, Lists, statuses and all. Throws YamlError. */
export const readDump = (text: string): Dump => {
  const all = readDocuments(text).flatMap(expand)
  const known = all.filter(object => resourceOf(object))
  return {
    objects: new Map(known.map(object => [keyOf(object), object])),
    unknown: [...new Set(all.filter(object => !resourceOf(object)).map(({ kind }) => kind))],
    newest: newestTime(known),
  }
}

const expand = (document: unknown): KubeObject[] => {
  if (typeof document !== 'object' || document === null) return []
  const { items } = document as { items?: unknown }
  if (Array.isArray(items)) return items.flatMap(expand)
  return isObject(document) ? [document] : []
}

const isObject = (value: object): value is KubeObject => 'kind' in value && 'apiVersion' in value && 'metadata' in value

const keyOf = (object: KubeObject): string => {
  const resource = resourceOf(object)
  if (!resource) throw new Error(`no kind ${object.kind}`)
  return objectKey(resource, object.metadata.namespace, object.metadata.name)
}

const newestTime = (objects: readonly KubeObject[]): number | undefined => {
  const times = JSON.stringify(objects).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g) ?? []
  let newest: number | undefined
  for (const time of times) newest = Math.max(newest ?? 0, Date.parse(time))
  return newest
}
