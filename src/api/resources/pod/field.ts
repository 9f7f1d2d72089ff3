import { compareBytes } from '../../../util/compare.ts'
import { goQuote } from '../../../util/go-quote.ts'
import type { Pod } from '../../generated/types.ts'
import type { Labels } from '../../meta.ts'

const fields: Readonly<Record<string, (pod: Pod) => string | undefined>> = {
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': ({ metadata }) => metadata.namespace,
  'metadata.uid': ({ metadata }) => metadata.uid,
  'metadata.labels': ({ metadata }) => mapText(metadata.labels),
  'metadata.annotations': ({ metadata }) => mapText(metadata.annotations),
  'spec.nodeName': ({ spec }) => spec.nodeName,
  'spec.serviceAccountName': ({ spec }) => spec.serviceAccountName,
  'status.hostIP': ({ status }) => status?.hostIP,
  'status.hostIPs': ({ status }) => status?.hostIPs?.map(({ ip }) => ip).join(','),
  'status.podIP': ({ status }) => status?.podIP,
  'status.podIPs': ({ status }) => status?.podIPs?.map(({ ip }) => ip).join(','),
}

const subscript = /^metadata\.(labels|annotations)\['(.*)'\]$/

/** Whether the downward API knows a path. */
export const isPodField = (path: string): boolean => Object.hasOwn(fields, path) || subscript.test(path)

/** A field of a pod as the downward API gives it; undefined if it knows no such field. */
export const podField = (pod: Pod, path: string): string | undefined => {
  const [, map, key = ''] = subscript.exec(path) ?? []
  if (map) return (map === 'labels' ? pod.metadata.labels : pod.metadata.annotations)?.[key] ?? ''
  return Object.hasOwn(fields, path) ? (fields[path]?.(pod) ?? '') : undefined
}

const mapText = (map: Labels = {}): string =>
  Object.entries(map)
    .toSorted(([left], [right]) => compareBytes(left, right))
    .map(([key, value]) => `${key}=${goQuote(value)}`)
    .join('\n')
