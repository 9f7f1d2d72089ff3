import type { Namespace, Service } from '../../api/generated/types.ts'
import type { WhyContext } from './check.ts'
import { distance } from './near.ts'

/**
 * The Service that a name and a namespace may have meant: of this name elsewhere, or of a name that is nearly this one.
 */
export const nearestService = (
  { view }: Pick<WhyContext, 'view'>,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): Service | undefined => {
  const ranked = view
    .list<Service>('Service')
    .filter(({ metadata }) => !isLeaving(view, metadata.namespace))
    .map(service => ({ service, far: farness(service, { name, namespace }) }))
    .filter(({ far }) => Number.isFinite(far))
    .toSorted((left, right) => left.far - right.far)
  return ranked[0]?.service
}

const isLeaving = (view: WhyContext['view'], namespace: string | undefined): boolean =>
  view.get<Namespace>('Namespace', undefined, namespace ?? '')?.metadata.deletionTimestamp !== undefined

const farness = ({ metadata }: Service, meant: { name: string; namespace: string }): number => {
  const names = distance(meant.name, metadata.name)
  if (names === undefined) return Number.POSITIVE_INFINITY
  if (metadata.namespace === meant.namespace) return names
  const spaces = distance(meant.namespace, metadata.namespace ?? '')
  return names === 0 ? 0.5 + (spaces ?? 9) / 10 : names + (spaces ?? 20)
}

/** A name read as one of a Service's (or of a pod behind it), as if it stood in a pod of namespace `here`. */
export interface ServiceName {
  /** What stands in front of the Service's name: a pod's hostname. */
  readonly host?: string | undefined
  readonly name: string
  readonly namespace: string
}

/** All ways to read a name as a Service's: `a.b` is Service a of namespace b, or pod a of Service b. */
export const readings = (
  host: string,
  here: string,
  { view, settings }: Pick<WhyContext, 'view' | 'settings'>,
): readonly ServiceName[] => {
  const whole = host.toLowerCase().replace(/\.$/, '')
  const suffix = `.svc.${settings.clusterDomain}`
  const labels = (whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole.replace(/\.svc$/, '')).split('.')
  const [first = '', second = '', third = ''] = labels
  const isFull = labels.join('.') !== whole
  // An absolute name of another domain is no Service's.
  if (host.endsWith('.') && !isFull) return []
  if (labels.length === 1) return isFull ? [] : [{ name: first, namespace: here }]
  if (labels.length === 3) return [{ host: first, name: second, namespace: third }]
  if (labels.length !== 2) return []
  const asService = { name: first, namespace: second }
  if (isFull) return [asService]
  const asPod = { host: first, name: second, namespace: here }
  return view.get<Namespace>('Namespace', undefined, second) ? [asService, asPod] : [asPod, asService]
}
