import type { KubeObject } from '../../api/meta.ts'
import type { Found } from '../selection/found.ts'

/** An object that a file holds. */
export type FoundInFile = Found & { readonly object: KubeObject; readonly source: string }
