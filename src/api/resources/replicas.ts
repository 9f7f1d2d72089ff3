import type { LabelSelector, PodTemplateSpec } from '../generated/types.ts'
import type { KubeObject } from '../meta.ts'
import type { Scale, Workload } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'

/** What the kinds have in common that keep a number of pods alive. */
export interface Replicated extends KubeObject {
  readonly spec: {
    readonly replicas?: number | undefined
    readonly selector: LabelSelector
    readonly template?: PodTemplateSpec | undefined
  }
  readonly status?: { readonly replicas?: number | undefined } | undefined
}

export const replicasScale = <T extends Replicated>(): Scale<T> => ({
  replicas: ({ spec }) => spec.replicas ?? 0,
  current: ({ status }) => status?.replicas ?? 0,
  withReplicas: (object, replicas) => ({ ...object, spec: { ...object.spec, replicas } }),
  selector: ({ spec }) => formatLabelSelector(spec.selector),
})

interface Templated extends KubeObject {
  readonly spec: { readonly selector: LabelSelector; readonly template?: PodTemplateSpec | undefined }
}

export const templateWorkload = <T extends Templated>(): Workload<T> => ({
  template: ({ spec }) => spec.template ?? {},
  withTemplate: (object, template) => ({ ...object, spec: { ...object.spec, template } }),
  selector: ({ spec }) => spec.selector,
})
