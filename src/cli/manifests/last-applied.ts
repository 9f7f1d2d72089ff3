import type { KubeObject } from '../../api/meta.ts'
import { toGoJson } from '../../util/go-json.ts'

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration'

/** The text of the annotation in which `kubectl apply` notes what it applied; undefined without one. */
export const lastAppliedOf = ({ metadata }: KubeObject): string | undefined =>
  metadata.annotations?.[lastAppliedAnnotation]

/** An object as the annotation notes it: one line of JSON, annotations always there but for this one. */
export const configurationText = (object: KubeObject): string => `${toGoJson(withoutLastApplied(object))}\n`

/** The object with itself in the annotation. */
export const withLastApplied = (object: KubeObject): KubeObject => {
  const bare = withoutLastApplied(object)
  const annotations = { ...bare.metadata.annotations, [lastAppliedAnnotation]: configurationText(object) }
  return { ...bare, metadata: { ...bare.metadata, annotations } }
}

/** The object without the annotation. */
export const withoutLastApplied = (object: KubeObject): KubeObject => {
  const { [lastAppliedAnnotation]: _, ...annotations } = object.metadata.annotations ?? {}
  return { ...object, metadata: { ...object.metadata, annotations } }
}
