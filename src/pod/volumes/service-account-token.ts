import type { ServiceAccountTokenProjection } from '../../api/generated/types.ts'
import { hashOf } from '../../util/hash.ts'
import { seededRandom } from '../../util/random.ts'
import { times } from '../../util/range.ts'
import type { VolumeContext } from './volume.ts'

const signatureBytes = 256

/** The token of a pod's account as its kubelet gets it for it. Its signature is made up: nothing checks one. */
export const accountToken = (
  { audience, expirationSeconds = 3600 }: ServiceAccountTokenProjection,
  { pod: { metadata, spec }, clusterDomain }: VolumeContext,
): string => {
  const { namespace, name, uid } = metadata
  const issuer = `https://kubernetes.default.svc.${clusterDomain}`
  const account = spec.serviceAccountName ?? 'default'
  const issuedAt = Math.floor(Date.parse(metadata.creationTimestamp ?? '') / 1000) || 0
  const claims = {
    aud: [audience || issuer],
    exp: issuedAt + expirationSeconds,
    iat: issuedAt,
    iss: issuer,
    'kubernetes.io': {
      namespace,
      node: { name: spec.nodeName },
      pod: { name, uid },
      serviceaccount: { name: account },
    },
    nbf: issuedAt,
    sub: `system:serviceaccount:${namespace}:${account}`,
  }
  const signed = [{ alg: 'RS256', kid: 'kubesim' }, claims].map(part => base64url(JSON.stringify(part))).join('.')
  const chance = seededRandom(hashOf(signed))
  const signature = Buffer.from(times(signatureBytes, () => chance.below(256)))
  return `${signed}.${signature.toString('base64url')}`
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url')
