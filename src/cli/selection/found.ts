import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'

/** An object that a command is about. */
export interface Found {
  readonly resource: Resource
  /** Unset for what is cluster-scoped. */
  readonly namespace: string | undefined
  readonly name: string
  /** As its list or its file has it; unset where only the name was given. */
  readonly object: KubeObject | undefined
  /** The file it stood in, `STDIN` for standard input. */
  readonly source: string | undefined
}
