import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { lastAppliedOf } from '../manifests/last-applied.ts'
import { logLine } from '../output/log-line.ts'
import type { Context } from '../verb.ts'
import { defaultPruneKinds } from './prune-kinds.ts'

export interface Pruning {
  /** Empty means those that are looked at by default. */
  readonly kinds: readonly Resource[]
  readonly namespaces: ReadonlySet<string>
  readonly selector: string | undefined
  /** The uids of what was applied just now. */
  readonly applied: ReadonlySet<string>
}

/** What was applied some time before and not now; each with its kind. */
export async function* toBePruned(
  { kinds, namespaces, selector, applied }: Pruning,
  context: Context,
): AsyncGenerator<{ readonly resource: Resource; readonly object: KubeObject }> {
  if (kinds.length === 0)
    context.io.err.write(logLine('W', { place: 'prune.go:71', text: deprecation, now: context.world.clock.now() }))
  const all = kinds.length > 0 ? kinds : defaultPruneKinds()
  const places = [
    ...[...namespaces].flatMap(namespace =>
      all.filter(({ namespaced }) => namespaced).map(resource => ({ resource, namespace })),
    ),
    ...all.filter(({ namespaced }) => !namespaced).map(resource => ({ resource, namespace: undefined })),
  ]
  for (const { resource, namespace } of places) {
    const { items } = await context.client.list(resource, { namespace, labelSelector: selector })
    for (const object of items) {
      const isOld = lastAppliedOf(object) !== undefined && !applied.has(object.metadata.uid ?? '')
      if (isOld) yield { resource, object }
    }
  }
}

const deprecation =
  'Deprecated: kubectl apply will no longer prune non-namespaced resources by default when used with the --namespace ' +
  'flag in a future release. To preserve the current behaviour, list the resources you want to target explicitly in ' +
  'the --prune-allowlist flag.'
