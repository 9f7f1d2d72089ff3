import type { Patch, Target, WriteOptions } from '../api/client.ts'
import type { Warn } from './body.ts'

/** A write as it reaches the API server: where to, what, how, and who hears warnings. */
export interface WriteRequest {
  readonly target: Target
  readonly body: unknown
  readonly options: WriteOptions
  readonly warn: Warn
}

export interface PatchRequest extends Omit<WriteRequest, 'body'> {
  readonly patch: Patch
}
