import type { Pod, PodTemplateSpec } from '../generated/types.ts'
import { controllerReference, type KubeObject } from '../meta.ts'
import { podSpecDefaults } from './pod/defaults.ts'

/** The template with all that the server fills in. */
export const templateDefaults = (template: PodTemplateSpec | undefined): PodTemplateSpec => ({
  metadata: { ...template?.metadata } as PodTemplateSpec['metadata'],
  spec: podSpecDefaults({ containers: [], ...template?.spec }),
})

/** A pod of a template, managed by `owner`; its name is generated from the owner's. */
export const podFrom = (template: PodTemplateSpec, owner: KubeObject): Pod => {
  const { labels, annotations, finalizers } = template.metadata ?? { name: '' }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: '',
      generateName: `${owner.metadata.name}-`,
      namespace: owner.metadata.namespace,
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(finalizers ? { finalizers } : {}),
      ownerReferences: [controllerReference(owner)],
    },
    spec: template.spec ?? { containers: [] },
  }
}

/** The names and images of a template's containers, as wide tables show them. */
export const containerNames = (template: PodTemplateSpec | undefined): string =>
  (template?.spec?.containers ?? []).map(({ name }) => name).join(',')

export const containerImages = (template: PodTemplateSpec | undefined): string =>
  (template?.spec?.containers ?? []).map(({ image }) => image ?? '').join(',')
