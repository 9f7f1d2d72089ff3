import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import type { Server } from './server.ts'

interface Tracking {
  readonly resource: Resource
  readonly object: KubeObject
  readonly old?: KubeObject | undefined
  readonly manager?: string | undefined
}

export const trackUpdate = (_server: Server, { object }: Tracking): KubeObject => object
