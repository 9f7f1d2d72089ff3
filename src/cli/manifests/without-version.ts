import type { KubeObject } from '../../api/meta.ts'

/** The object without the version that its file was read at: that means nothing for one that is to be created. */
export const withoutVersion = (object: KubeObject): KubeObject => {
  const { resourceVersion: _, ...metadata } = object.metadata
  return { ...object, metadata }
}
