import { decode } from '../../src/api/decode/decode.ts'
import { normalise } from '../../src/api/decode/normalise.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import type { ClusterSettings, Resource, WriteContext } from '../../src/api/resource.ts'
import { invalidObject } from '../../src/api/status-error.ts'
import { isDns1123Subdomain } from '../../src/api/validation/names.ts'
import { validateObjectMeta } from '../../src/api/validation/object-meta.ts'
import type { ClusterView } from '../../src/api/view.ts'
import { by } from '../../src/util/compare.ts'
import { seededRandom } from '../../src/util/random.ts'

export const settings: ClusterSettings = {
  name: 'test',
  version: 'v1.36.2',
  serviceRange: '10.96.0.0/16',
  nodePorts: { from: 30_000, to: 32_767 },
  clusterDomain: 'cluster.local',
  loadBalancer: { kind: 'none' },
  startDelay: 0,
}

/** A cluster of these objects and, as the server keeps them, of what goes with each: a Service's addresses. */
export const viewOf = (...objects: readonly KubeObject[]): ClusterView => {
  const sorted = objects.toSorted(by(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`))
  return {
    get: <T extends KubeObject>(kind: string, namespace: string | undefined, name: string) =>
      sorted.find(
        object =>
          object.kind === kind &&
          object.metadata.name === name &&
          (object.metadata.namespace ?? '') === (namespace ?? ''),
      ) as T | undefined,
    list: <T extends KubeObject>(kind: string, namespace?: string) =>
      sorted.filter(
        object => object.kind === kind && (namespace === undefined || object.metadata.namespace === namespace),
      ) as unknown as readonly T[],
  }
}

export interface Write {
  readonly old?: KubeObject | undefined
  readonly cluster?: ClusterView | undefined
  readonly settings?: Partial<ClusterSettings> | undefined
  readonly dryRun?: boolean | undefined
  readonly seed?: number | undefined
}

/** What a kind makes of a body, in the order in which the server asks it. Throws what the client would be told. */
export const write = <T extends KubeObject>(resource: Resource<T>, body: unknown, request: Write = {}): T => {
  const old = request.old as T | undefined
  const context = contextOf(request)
  const { object } = decode(resource, body, 'Warn')
  const status = resource.hasStatus && old ? { status: (old as { status?: unknown }).status } : {}
  const given = { ...withoutStatus(object, resource), ...status } as unknown as T
  const defaulted = resource.withDefaults?.(given) ?? given
  const admitted = resource.admit?.(defaulted, context, old) ?? defaulted
  const prepared =
    (old ? resource.prepareForUpdate?.(admitted, old) : resource.prepareForCreate?.(admitted)) ?? admitted
  const allocated = resource.allocate?.(prepared, context, old) ?? prepared
  const own = old
    ? (resource.validateUpdate ?? resource.validate)?.call(resource, allocated, old as never, context.settings as never)
    : resource.validate?.(allocated, context.settings)
  const rules = { namespaced: resource.namespaced, name: resource.validateName ?? isDns1123Subdomain }
  const errors = [...validateObjectMeta(allocated.metadata, rules), ...(own ?? [])]
  if (errors.length > 0) throw invalidObject(resource, allocated.metadata.name ?? '', errors)
  return normalise(resource, allocated)
}

/** The object that was written, or the text of the error. */
export const tryWrite = <T extends KubeObject>(
  resource: Resource<T>,
  body: unknown,
  request: Write = {},
): T | string => {
  try {
    return write(resource, body, request)
  } catch (error) {
    return (error as Error).message
  }
}

const contextOf = (request: Write): WriteContext => ({
  cluster: request.cluster ?? viewOf(),
  random: seededRandom(request.seed ?? 1),
  settings: { ...settings, ...request.settings },
  now: 0,
  dryRun: request.dryRun ?? false,
})

const withoutStatus = (object: KubeObject, { hasStatus }: Pick<Resource, 'hasStatus'>): KubeObject => {
  if (!hasStatus) return object
  const { status: _, ...rest } = object as KubeObject & { status?: unknown }
  return rest
}
