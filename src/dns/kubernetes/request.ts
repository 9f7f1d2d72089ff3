import { labelsOf, lower, trimZone } from '../names.ts'

/** What a name below the zone asks for. Without `kind` it is the apex, `svc` or `pod` itself. */
export interface RecordRequest {
  readonly kind?: 'svc' | 'pod' | undefined
  readonly namespace: string
  readonly service: string
  readonly endpoint?: string | undefined
  readonly cluster?: string | undefined
  readonly port?: string | undefined
  readonly protocol?: string | undefined
  readonly zonal?: { readonly zone: string; readonly prefer: boolean } | undefined
}

interface Grammar {
  readonly multicluster: boolean
  readonly zonal: boolean
}

/** Reads `[LABELS.]SERVICE.NAMESPACE.svc|pod` in front of a zone; undefined for a name of no known shape. */
export const parseRequest = (name: string, zone: string, grammar: Grammar): RecordRequest | undefined => {
  const base = lower(trimZone(name, zone))
  if (base === '' || base === 'svc' || base === 'pod') return { namespace: '', service: '' }
  const labels = labelsOf(base)
  const kind = labels.at(-1)
  if (kind !== 'svc' && kind !== 'pod') return undefined
  const found = { kind, namespace: labels.at(-2) ?? '', service: labels.at(-3) ?? '' } as const
  const front = prefix(labels.slice(0, -3), grammar, kind)
  return front && { ...found, ...front }
}

const prefix = (
  labels: readonly string[],
  { multicluster, zonal }: Grammar,
  kind: 'svc' | 'pod',
): Partial<RecordRequest> | undefined => {
  const [first = '', second = ''] = labels
  if (labels.length === 0) return {}
  if (labels.length === 1) return { endpoint: first }
  if (labels.length === 2) {
    const isEndpoint = multicluster && !first.startsWith('_') && !second.startsWith('_')
    return isEndpoint ? { cluster: second, endpoint: first } : { port: bare(first), protocol: bare(second) }
  }
  return zonal && !multicluster && kind === 'svc' ? zonalPrefix(labels) : undefined
}

// ZONE.pin._zone or ZONE.prefer._zone; a topology zone may itself have dots.
const zonalPrefix = (labels: readonly string[]): Partial<RecordRequest> | undefined => {
  const mode = labels.at(-2)
  if (labels.at(-1) !== '_zone' || (mode !== 'pin' && mode !== 'prefer')) return undefined
  return { zonal: { zone: labels.slice(0, -2).join('.'), prefer: mode === 'prefer' } }
}

const bare = (label: string): string => (label.startsWith('_') ? label.slice(1) : label)
