import type { KubeObject } from '../../api/meta.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'

export interface Resizing {
  readonly replicas: number
  /** What the size must be before; undefined for any. */
  readonly currentReplicas?: number | undefined
  /** Which version the object must have; empty for any. */
  readonly resourceVersion: string
  readonly dryRun: boolean
}

interface Scale extends KubeObject {
  readonly spec?: { readonly replicas?: number }
  readonly status?: { readonly replicas?: number }
}

/** Sets the size through the scale subresource, gives the size that the server then has. */
export const resize = async (
  { resource, namespace, name }: Found,
  resizing: Resizing,
  { client }: Pick<Context, 'client'>,
): Promise<number> => {
  const target = { resource, namespace, name, subresource: 'scale' }
  const { replicas, currentReplicas, resourceVersion, dryRun } = resizing
  if (currentReplicas !== undefined || resourceVersion) check((await client.get(target)) as Scale, resizing)
  const patch = { type: 'merge', body: { spec: { replicas } } } as const
  const scaled = (await client.patch(target, patch, { dryRun, fieldManager: 'kubectl' })) as Scale
  return scaled.spec?.replicas ?? 0
}

const check = ({ metadata, spec }: Scale, { currentReplicas, resourceVersion }: Resizing): void => {
  const actual = spec?.replicas ?? 0
  if (currentReplicas !== undefined && actual !== currentReplicas) {
    throw new Error(`Expected replicas to be ${currentReplicas}, was ${actual}`)
  }
  if (resourceVersion && metadata.resourceVersion !== resourceVersion) {
    throw new Error(`Expected resource version to be ${resourceVersion}, was ${metadata.resourceVersion}`)
  }
}

/** Waits until the object has the size that it was given. */
export const untilResized = async (
  { resource, namespace, name }: Found,
  timeout: number,
  { client }: Pick<Context, 'client'>,
): Promise<void> => {
  const target = { resource, namespace, name, subresource: 'scale' }
  const end = (await client.now()) + timeout
  for (;;) {
    const { spec, status } = (await client.get(target)) as Scale
    if ((status?.replicas ?? 0) === (spec?.replicas ?? 0)) return
    if ((await client.now()) >= end) throw new Error('timed out waiting for the condition')
    await client.sleep(1000)
  }
}
