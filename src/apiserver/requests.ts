import type { Patch, Target, WriteOptions } from '../api/client.ts'
import type { Resource } from '../api/resource.ts'
import type { Warn } from './body.ts'

/** A client's target, with all that is known of its kind. */
export type KnownTarget<T = Target> = Omit<T, 'resource'> & { readonly resource: Resource }

/** A write as it reaches the API server: where to, what, how, and who hears warnings. */
export interface WriteRequest {
  readonly target: KnownTarget
  readonly body: unknown
  readonly options: WriteOptions
  readonly warn: Warn
}

export interface PatchRequest extends Omit<WriteRequest, 'body'> {
  readonly patch: Patch
}
