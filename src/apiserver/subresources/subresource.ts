import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import type { KnownTarget, WriteRequest } from '../requests.ts'
import type { Server } from '../server.ts'

/** A part of an object with a path of its own. What it cannot do is left out. */
export interface Subresource {
  readonly name: string
  /** Whether objects of a kind have it. */
  isOf(resource: Resource): boolean
  read?(object: KubeObject, target: KnownTarget): KubeObject
  /** `object` is the one that holds the part, `body` the part as it shall be. */
  update?(server: Server, object: KubeObject, request: WriteRequest): KubeObject
  create?(server: Server, object: KubeObject, request: WriteRequest): KubeObject
}
