import { resolve } from 'node:path'
import type { Context } from '../../../verb.ts'
import { readEmbedded } from '../read-embedded.ts'
import type { CredentialFlags } from './flags.ts'

/** The fields that certificate and key are kept in: their paths, or what is in them. */
export const certificates = (
  { clientCertificate, clientKey, embedCerts }: CredentialFlags,
  given: (flag: string) => boolean,
  context: Context,
): object => {
  const fieldsOf = (field: string, path: string): object =>
    embedCerts
      ? { [field]: '', [`${field}-data`]: path ? readEmbedded(field, path, context) : '' }
      : { [field]: path && resolve(context.world.cwd, path), [`${field}-data`]: '' }
  return {
    ...(given('client-certificate') && fieldsOf('client-certificate', clientCertificate)),
    ...(given('client-key') && fieldsOf('client-key', clientKey)),
  }
}
