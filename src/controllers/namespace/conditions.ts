import type { Namespace, NamespaceCondition } from '../../api/generated/types.ts'
import { withCondition } from '../../api/pod-status.ts'
import { toRfc3339 } from '../../util/clock.ts'
import type { Content } from './content.ts'

/** What a namespace that is being deleted says of what it still holds. */
export const conditionsOf = (
  { status }: Namespace,
  content: readonly Content[],
  now: number,
): readonly NamespaceCondition[] =>
  [...settled, remaining(content), finalizersRemaining(content)].reduce<readonly NamespaceCondition[]>(
    (conditions, condition) => withCondition(conditions, { ...condition, lastTransitionTime: toRfc3339(now) }),
    status?.conditions ?? [],
  )

type Said = Omit<NamespaceCondition, 'lastTransitionTime'>

const said = (type: string, status: 'True' | 'False', [reason, message]: readonly [string, string]): Said => ({
  type,
  status,
  reason,
  message,
})

const settled: readonly Said[] = [
  said('NamespaceDeletionDiscoveryFailure', 'False', ['ResourcesDiscovered', 'All resources successfully discovered']),
  said('NamespaceDeletionGroupVersionParsingFailure', 'False', [
    'ParsedGroupVersions',
    'All legacy kube types successfully parsed',
  ]),
  said('NamespaceDeletionContentFailure', 'False', [
    'ContentDeleted',
    'All content successfully deleted, may be waiting on finalization',
  ]),
]

const remaining = (content: readonly Content[]): Said => {
  const type = 'NamespaceContentRemaining'
  if (content.length === 0) return said(type, 'False', ['ContentRemoved', 'All content successfully removed'])
  const counts = content
    .map(({ resource, objects }) => `${resource.plural}.${resource.group} has ${objects.length} resource instances`)
    .toSorted()
  return said(type, 'True', ['SomeResourcesRemain', `Some resources are remaining: ${counts.join(', ')}`])
}

const finalizersRemaining = (content: readonly Content[]): Said => {
  const type = 'NamespaceFinalizersRemaining'
  const counts = new Map<string, number>()
  for (const finalizer of content
    .flatMap(({ objects }) => objects)
    .flatMap(({ metadata }) => metadata.finalizers ?? []))
    counts.set(finalizer, (counts.get(finalizer) ?? 0) + 1)
  if (counts.size === 0) {
    return said(type, 'False', ['ContentHasNoFinalizers', 'All content-preserving finalizers finished'])
  }
  const texts = [...counts].map(([finalizer, count]) => `${finalizer} in ${count} resource instances`).toSorted()
  return said(type, 'True', [
    'SomeFinalizersRemain',
    `Some content in the namespace has finalizers remaining: ${texts.join(', ')}`,
  ])
}
