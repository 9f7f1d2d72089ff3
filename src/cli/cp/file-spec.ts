import { Failure } from '../verb.ts'

/** A file here, or in a pod: `[[NAMESPACE/]POD:]PATH`. */
export interface FileSpec {
  readonly namespace: string
  /** Empty for a file here. */
  readonly pod: string
  readonly path: string
}

export const parseFileSpec = (text: string): FileSpec => {
  const colon = text.indexOf(':')
  if (colon < 0) return { namespace: '', pod: '', path: text }
  const parts = text.slice(0, colon).split('/')
  const path = text.slice(colon + 1)
  const [first = '', second] = parts
  if (colon === 0 || parts.length > 2) {
    throw new Failure('filespec must match the canonical format: [[namespace/]pod:]file/path')
  }
  return second === undefined ? { namespace: '', pod: first, path } : { namespace: first, pod: second, path }
}
