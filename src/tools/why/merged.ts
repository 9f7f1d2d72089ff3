import type { Pod } from '../../api/generated/types.ts'
import type { Finding, WhyContext } from './check.ts'
import { nameOf } from './commands.ts'
import { ownerOf } from './owner.ts'

/** What is wrong with a pod. */
export interface PodFinding extends Omit<Finding, 'about'> {
  readonly pod: Pod
}

/** Pods of one owner that have the same trouble are one finding. */
export const merged = (troubles: readonly PodFinding[], context: WhyContext): readonly Finding[] => {
  const groups = new Map<string, readonly PodFinding[]>()
  for (const trouble of troubles) {
    const owner = ownerOf(context, trouble.pod)
    const key = `${owner ? `${owner.kind}/${owner.metadata.name}` : trouble.pod.metadata.name} ${trouble.cause}`
    groups.set(key, [...(groups.get(key) ?? []), trouble])
  }
  return [...groups.values()].flatMap(group => asOne(group, context))
}

const asOne = (group: readonly PodFinding[], context: WhyContext): readonly Finding[] => {
  const [first] = group
  if (!first) return []
  const { pod, cause, evidence } = first
  const others = group.length > 1 ? ` and ${group.length - 1} more of its kind` : ''
  const mend = [...new Set(group.flatMap(trouble => trouble.mend))]
  return [{ about: `${nameOf(context, pod)}${others}`, cause, evidence, mend }]
}
