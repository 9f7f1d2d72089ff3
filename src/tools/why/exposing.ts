import type { Pod } from '../../api/generated/types.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import type { WhyContext } from './check.ts'
import { command } from './commands.ts'
import { openPorts } from './open-ports.ts'
import type { ServiceName } from './service-names.ts'
import { workloads } from './workloads.ts'

/**
 * The command that gives a workload or a pod the Service of its name which it lacks; undefined if nothing is called so.
 */
export const exposing = ({ name, namespace }: ServiceName, port: number, context: WhyContext): string | undefined => {
  const { view } = context
  const maker = workloads(view, namespace)
    .map(({ object }) => object)
    .find(({ kind, metadata }) => metadata.name === name && exposable.has(kind))
  const object = maker ?? view.get<Pod>('Pod', namespace, name)
  if (!object) return undefined
  const target = portOf(object, port, context)
  const flags = `--port=${port}${target === port ? '' : ` --target-port=${target}`}`
  return command(context, `expose ${object.kind.toLowerCase()} ${name} ${flags}`, namespace)
}

const exposable = new Set(['Deployment', 'ReplicaSet', 'ReplicationController'])

/** The port itself where it is open, else one that is. */
const portOf = (object: KubeObject, port: number, context: WhyContext): number => {
  const pod = context.view
    .list<Pod>('Pod', object.metadata.namespace)
    .find(one => one.metadata.uid === object.metadata.uid || isOf(object, one, context))
  const open = pod ? openPorts(context, pod) : 'all'
  return open === 'all' || open.includes(port) ? port : (open[0] ?? port)
}

const isOf = (object: KubeObject, pod: Pod, { view }: WhyContext): boolean => {
  const controller = controllerOf(pod)
  if (!controller) return false
  if (controller.uid === object.metadata.uid) return true
  const set = view.get<KubeObject>(controller.kind, pod.metadata.namespace, controller.name)
  return set !== undefined && controllerOf(set)?.uid === object.metadata.uid
}
