import { decode } from '../../api/decode/decode.ts'
import { DecodeError } from '../../api/decode/decode-error.ts'

/** What is wrong with the types of a manifest's metadata, in the words of Go's JSON decoder. */
export const metadataFault = (metadata: unknown): string | undefined => {
  // Metadata is the same for every kind; kubectl decodes it by itself.
  const kind = { group: '', version: 'v1', kind: 'ConfigMap' }
  try {
    decode(kind, { apiVersion: 'v1', kind: kind.kind, metadata }, 'Ignore')
    return undefined
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    return error.message.replace('ConfigMap.metadata ', 'metadataOnlyObject.metadata ')
  }
}
