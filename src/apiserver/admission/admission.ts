import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import type { Server } from '../server.ts'

/** A write that asks to be let in; without `old` it is a creation. */
export interface AdmissionRequest {
  readonly resource: Resource
  readonly object: KubeObject
  readonly old?: KubeObject | undefined
  readonly dryRun: boolean
}

/** Somebody who has a say in what is stored. Both steps refuse by throwing a StatusError. */
export interface Admission {
  readonly name: string
  /** Before the object is validated: may make another one of it. */
  mutate?(server: Server, request: AdmissionRequest): KubeObject
  /** After it was found valid, right before it is stored. */
  check?(server: Server, request: AdmissionRequest): void
}
