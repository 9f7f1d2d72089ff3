import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readBytes } from '../../../data/files.ts'
import { secretOf } from '../../../data/secret.ts'
import { defineGenerator } from '../../../generators/generator.ts'
import type { World } from '../../../world/world.ts'

interface TlsFlags {
  readonly cert: string
  readonly key: string
  readonly appendHash: boolean
}

export const tls = defineGenerator({
  kind: 'Secret',
  usage: 'NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]',
  description: 'Make a Secret of a certificate and its private key, both as PEM. They must belong together.',
  examples: `# For the host of an Ingress
kubectl create secret tls my-tls --cert=path/to/tls.crt --key=path/to/tls.key`,
  failure: 'failed to create secret ',
  declare(command) {
    command
      .option('--cert <file>', 'The file that holds the certificate.', '')
      .option('--key <file>', 'The file that holds its private key.', '')
      .option('--append-hash', 'Put a digest of the content behind the name.', false)
  },
  check({ cert, key }: TlsFlags) {
    if (!cert || !key) throw new Error('key and cert must be specified')
  },
  build({ name }, { cert, key, appendHash }, { world }) {
    const entries = [
      { key: 'tls.crt', value: read(cert, world) },
      { key: 'tls.key', value: read(key, world) },
    ]
    const [certificate, privateKey] = entries.map(({ value }) => value.toString())
    checkPair(certificate ?? '', privateKey ?? '')
    return secretOf({ name, type: 'kubernetes.io/tls', entries, appendHash })
  },
})

const read = (path: string, world: World): Buffer => {
  try {
    return readBytes(path, world)
  } catch (error) {
    throw new Error(`Cannot read file ${path}, ${error instanceof Error ? error.message : error}`)
  }
}

// As Go's crypto/tls words it.
const checkPair = (certificate: string, key: string): void => {
  if (!certificate.includes('-----BEGIN')) throw new Error('tls: failed to find any PEM data in certificate input')
  if (!key.includes('-----BEGIN')) throw new Error('tls: failed to find any PEM data in key input')
  const known = parsed(() => new X509Certificate(certificate), 'tls: failed to parse certificate')
  const secret = parsed((): KeyObject => createPrivateKey(key), 'tls: failed to parse private key')
  if (!known.checkPrivateKey(secret)) throw new Error('tls: private key does not match public key')
}

const parsed = <T>(parse: () => T, fault: string): T => {
  try {
    return parse()
  } catch {
    throw new Error(fault)
  }
}
