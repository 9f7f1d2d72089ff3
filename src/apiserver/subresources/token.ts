import { invalid } from '../../api/field-error.ts'
import type { KubeObject } from '../../api/meta.ts'
import { invalidObject } from '../../api/status-error.ts'
import type { Random } from '../../util/random.ts'
import { times } from '../../util/range.ts'
import type { Server } from '../server.ts'
import type { Subresource } from './subresource.ts'

interface TokenRequest extends KubeObject {
  readonly spec?: {
    readonly audiences?: readonly string[]
    readonly expirationSeconds?: number
    readonly boundObjectRef?: object
  }
}

const hour = 3600
const least = 600
const signatureBytes = 256

/** Gives out a token of a service account. Its signature is chance: nothing here checks one. */
export const token: Subresource = {
  name: 'token',
  isOf: ({ kind }) => kind === 'ServiceAccount',
  create(server, account, { body }) {
    const request = body as TokenRequest
    const seconds = request.spec?.expirationSeconds ?? hour
    const subject = { group: 'authentication.k8s.io', kind: 'TokenRequest' }
    if (seconds < least) {
      const fault = 'may not specify a duration less than 10 minutes'
      throw invalidObject(subject, '', [invalid('spec.expirationSeconds', seconds, fault)])
    }
    return answer(server, account, { request, seconds })
  },
}

const answer = (
  { settings, random, now }: Server,
  { metadata }: KubeObject,
  { request, seconds }: { readonly request: TokenRequest; readonly seconds: number },
): KubeObject => {
  const { name = '', namespace = '', uid } = metadata
  const issuer = `https://kubernetes.default.svc.${settings.clusterDomain}`
  const audiences = request.spec?.audiences?.length ? request.spec.audiences : [issuer]
  const issuedAt = Math.floor(now() / 1000)
  const expiresAt = issuedAt + seconds
  const claims = {
    aud: audiences,
    exp: expiresAt,
    iat: issuedAt,
    iss: issuer,
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
    nbf: issuedAt,
    sub: `system:serviceaccount:${namespace}:${name}`,
  }
  const { boundObjectRef } = request.spec ?? {}
  return {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace, creationTimestamp: time(issuedAt) },
    spec: { audiences, expirationSeconds: seconds, boundObjectRef: boundObjectRef ?? null },
    status: { token: jsonWebToken(claims, random), expirationTimestamp: time(expiresAt) },
  } as KubeObject
}

const time = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

const jsonWebToken = (claims: object, random: Random): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signature = Buffer.from(times(signatureBytes, () => random.below(256)))
  return [part({ alg: 'RS256', kid: 'kubesim' }), part(claims), signature.toString('base64url')].join('.')
}
