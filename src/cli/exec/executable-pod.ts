import { attachablePod, type FoundPod, parsePodTarget } from '../pods/attachable-pod.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import type { NamedTarget } from '../selection/targets.ts'
import { type Context, Failure } from '../verb.ts'

/** In which pod something is to run: one that is named, or one of files. */
export type Where =
  | { readonly from: 'name'; readonly target: NamedTarget }
  | { readonly from: 'files'; readonly filename: readonly string[] }

/** Reads where to run something. Throws where nothing says it, or two things do. */
export const whereOf = (word: string | undefined, filename: readonly string[]): Where => {
  if (word === undefined && filename.length === 0) {
    throw new Failure('pod, type/name or --filename must be specified')
  }
  if (word === undefined) return { from: 'files', filename }
  if (filename.length > 0) throw new Failure('resource/name arguments cannot be provided when a path is specified')
  return { from: 'name', target: parsePodTarget(word) }
}

/** The pod; `timeout` is how long to wait for one of a workload, in milliseconds. */
export const executablePod = async (where: Where, timeout: number, context: Context): Promise<FoundPod> => {
  if (where.from === 'name') return attachablePod({ target: where.target, timeout }, context)
  const objects: Found[] = []
  await forEachObject({ from: 'files', filename: where.filename }, context, found => {
    objects.push(found)
  })
  const [target, ...others] = objects
  if (!target || others.length > 0) throw new Failure('cannot exec into multiple objects at a time')
  return attachablePod({ target, timeout }, { ...context, namespace: target.namespace ?? context.namespace })
}
