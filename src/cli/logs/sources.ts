import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import { isReason } from '../../api/status-error.ts'
import { parsePodTarget } from '../pods/attachable-pod.ts'
import { allContainers, containerNamed, defaultContainer } from '../pods/containers.ts'
import { mostTelling } from '../pods/order.ts'
import { goType, podSelectorOf, podsOf } from '../pods/pods-of.ts'
import { listObjects, liveObject } from '../selection/find-objects.ts'
import type { NamedTarget } from '../selection/targets.ts'
import { type Context, Failure } from '../verb.ts'
import type { LogsOptions } from './flags.ts'

/** A container whose log is wanted. */
export interface LogSource {
  readonly pod: Pod
  readonly container: string
}

/** What logs are about: an object, or the pods of a selector. Throws where the object is not there. */
export type LogSubject =
  | { readonly pods: readonly Pod[] }
  | { readonly target: NamedTarget; readonly object: KubeObject }

export const logSubject = async ({ word, flags }: LogsOptions, context: Context): Promise<LogSubject> => {
  const { namespace, io } = context
  if (word === undefined) {
    const selection = { namespace, labelSelector: flags.selector, fieldSelector: undefined }
    const pods = (await listObjects(resourceOfKind('Pod'), selection, context)).items as readonly Pod[]
    if (pods.length === 0) io.err.write(`No resources found in ${namespace} namespace.\n`)
    return { pods }
  }
  const target = parsePodTarget(word)
  try {
    return { target, object: await liveObject({ ...target, namespace }, context) }
  } catch (error) {
    if (!isReason(error, 'NotFound')) throw error
    throw new Failure(`error from server (NotFound): ${error.message} in namespace "${namespace}"`)
  }
}

/** The containers whose logs are wanted, in order. */
export const logSources = async (
  subject: LogSubject,
  options: LogsOptions,
  context: Context,
): Promise<readonly LogSource[]> =>
  (await podsOfSubject(subject, options, context)).flatMap(pod => sourcesOf(pod, options, context))

const podsOfSubject = async (
  subject: LogSubject,
  { flags }: LogsOptions,
  context: Context,
): Promise<readonly Pod[]> => {
  if ('pods' in subject) return subject.pods
  const { target, object } = subject
  if (target.resource === resourceOfKind('Pod')) return [object as Pod]
  const { namespace } = object.metadata
  const wanted = { namespace, selector: selectorOf(target, object), timeout: flags.podRunningTimeout }
  const pods = await podsOf({ ...wanted, order: mostTelling }, context)
  if (flags.allPods || pods.length === 1) return pods
  context.io.err.write(`Found ${pods.length} pods, using pod/${pods[0].metadata.name}\n`)
  return [pods[0]]
}

const selectorOf = ({ resource }: NamedTarget, object: KubeObject): string => {
  try {
    return podSelectorOf(resource, object)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(`cannot get the logs from ${goType(resource)}: ${why}`)
  }
}

const sourcesOf = (pod: Pod, { flags, container }: LogsOptions, context: Context): readonly LogSource[] => {
  if (!flags.allContainers) {
    const found = container ? containerNamed(pod, container) : defaultContainer(pod, context, flags.allPods)
    return [{ pod, container: found.name }]
  }
  const setup = new Set(pod.spec.initContainers)
  const [others, first] = [
    allContainers(pod).filter(one => !setup.has(one)),
    allContainers(pod).filter(one => setup.has(one)),
  ]
  return [...first, ...others].map(({ name }) => ({ pod, container: name }))
}
