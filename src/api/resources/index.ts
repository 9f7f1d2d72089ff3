import type { Resource } from '../resource.ts'

/** Every kind that the API serves, in the order of discovery. */
export const resources: readonly Resource[] = []
