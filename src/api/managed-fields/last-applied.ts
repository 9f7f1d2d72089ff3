import { toGoJson } from '../../util/go-json.ts'
import { isMap } from '../../util/go-value.ts'
import type { KubeObject } from '../meta.ts'
import type { Schema } from '../schema.ts'
import { compare } from './compare.ts'
import { difference, emptySet, type FieldSet } from './field-set.ts'
import { toFieldSet } from './to-field-set.ts'

const annotation = 'kubectl.kubernetes.io/last-applied-configuration'

/**
 * What kubectl applied from the client and nobody changed since: kubectl may take it over when it applies by the
 * server.
 */
export const allowedByLastApplied = (live: KubeObject | undefined, schema: Schema): FieldSet => {
  const applied = parse(live?.metadata.annotations?.[annotation])
  if (!live || !applied || applied.apiVersion !== live.apiVersion) return emptySet
  const { added, modified, removed } = compare(applied, live, schema)
  return [modified, added, removed].reduce(difference, toFieldSet(applied, schema))
}

const parse = (text: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isMap(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Keeps the annotation up to date where there is one, so that applying from the client still works. */
export const withLastApplied = (object: KubeObject, config: KubeObject): KubeObject => {
  const { annotations = {} } = object.metadata
  if (!annotations[annotation]) return object
  const { [annotation]: _, ...own } = config.metadata.annotations ?? {}
  const { annotations: given, ...metadata } = config.metadata
  const plain = { ...config, metadata: given ? { ...metadata, annotations: own } : metadata }
  return {
    ...object,
    metadata: { ...object.metadata, annotations: { ...annotations, [annotation]: `${toGoJson(plain)}\n` } },
  }
}
