import { createHash } from 'node:crypto'
import type { Resource } from '../../api/resource.ts'

// How much of the hash is told, in bytes.
const length = 8

/** Tells in which version a kind is stored: two kinds with the same hash are stored as one. */
export const storageVersionHash = ({ guise, ...resource }: Resource): string => {
  const { group, version, kind } = guise?.of ?? resource
  return createHash('sha256').update(`${group}/${version}/${kind}`).digest().subarray(0, length).toString('base64')
}
