import type { Namespace } from '../../../api/generated/types.ts'
import type { KubeObject } from '../../../api/meta.ts'
import type { ClusterView } from '../../../api/view.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { listed, patching } from '../commands.ts'

/** A namespace on its way out: nothing new can be in it, and what is in it goes. */
export const namespace = defineCheck({
  name: 'namespace',
  applies: () => true,
  find(context) {
    const { target, view } = context
    const names = new Set([target.namespace, ...target.services.map(({ metadata }) => metadata.namespace ?? '')])
    return [...names].flatMap(name => {
      const found = view.get<Namespace>('Namespace', undefined, name)
      return found?.metadata.deletionTimestamp ? [terminating(found, context)] : []
    })
  },
})

const terminating = ({ metadata, status }: Namespace, context: WhyContext): Finding => {
  const { name, deletionTimestamp } = metadata
  const held = heldObjects(context.view, name)
  return {
    about: `namespace/${name}`,
    cause: `namespace ${name} is being deleted: all in it goes, and nothing new is let in`,
    evidence: [
      `phase ${status?.phase}, deleted at ${deletionTimestamp}`,
      ...(held.length > 0 ? [`finalizers still hold ${listed(held.map(told))}`] : []),
    ],
    mend: [
      ...held.map(object => patching(context, object, { metadata: { finalizers: null } }, 'merge')),
      `kubesim wait --for=delete namespace/${name} --timeout=120s`,
      `kubesim create namespace ${name}`,
    ],
  }
}

const told = ({ kind, metadata }: KubeObject): string => `${kind.toLowerCase()}/${metadata.name}`

// What people put finalizers on.
const kinds = ['Pod', 'Service', 'ConfigMap', 'Secret', 'Deployment', 'StatefulSet', 'Job', 'PersistentVolumeClaim']

const heldObjects = (view: ClusterView, name: string): readonly KubeObject[] =>
  kinds
    .flatMap(kind => view.list<KubeObject>(kind, name))
    .filter(({ metadata }) => metadata.finalizers?.some(held => !held.startsWith('service.')))
