import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'

/** Objects of one kind that stand together in what is printed. */
export interface Block {
  readonly resource: Resource
  readonly objects: readonly KubeObject[]
}
