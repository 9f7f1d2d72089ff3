import { resourceOfKind } from '../../../api/lookup.ts'
import { duration, repeated } from '../../flags.ts'
import { nameArgument } from '../../generators/name-argument.ts'
import { declarePrinting, type PrintFlags, printerOf } from '../../output/printing.ts'
import { defineVerb } from '../../verb.ts'

interface TokenFlags extends PrintFlags {
  readonly audience: readonly string[]
  /** Milliseconds; 0 leaves it to the server. */
  readonly duration: number
  readonly boundObjectKind: string
  readonly boundObjectName: string
  readonly boundObjectUid: string
}

// What a token may be bound to, and in which version of the API.
const boundKinds: Readonly<Record<string, string>> = { Node: 'v1', Pod: 'v1', Secret: 'v1' }

export const token = defineVerb({
  usage: 'SERVICE_ACCOUNT_NAME',
  description: 'Ask for a token with which a program is a service account to the API.',
  examples: `# For an hour
kubectl create token default

# For another audience, for longer
kubectl create token default --audience=https://example.com --duration=2h`,
  declare(command) {
    command
      .option('--audience <audience>', 'For whom the token is; may be repeated. The API server if unset.', repeated, [])
      .option('--duration <time>', 'How long it is to be valid; 0 leaves it to the server.', duration, 0)
      .option('--bound-object-kind <kind>', 'The kind of the object with which the token ends.', '')
      .option('--bound-object-name <name>', 'The name of the object with which the token ends.', '')
      .option('--bound-object-uid <uid>', 'The UID of the object with which the token ends.', '')
    declarePrinting(command)
  },
  complete(args, flags: TokenFlags, invocation) {
    const name = nameArgument(args, invocation)
    if (flags.duration < 0) throw new Error('--duration must be greater than or equal to 0')
    if (flags.duration % 1000 !== 0) throw new Error('--duration cannot be expressed in units less than seconds')
    if (flags.audience.includes('')) throw new Error('--audience must not be an empty string')
    checkBound(flags)
    return { name, flags }
  },
  async run({ name, flags }, context) {
    const { client, io, namespace } = context
    const print = await printerOf(flags, context, { keepOrder: true })
    const target = { resource: resourceOfKind('ServiceAccount'), namespace, name, subresource: 'token' }
    const answer = await client.create(target, requestOf(flags)).catch(error => {
      throw new Error(`failed to create token: ${error instanceof Error ? error.message : error}`, { cause: error })
    })
    if (print) {
      print(answer, io.out.write)
      return
    }
    const { status } = answer as unknown as { readonly status: { readonly token: string } }
    io.out.write(io.out.isTerminal ? `${status.token}\n` : status.token)
  },
})

const checkBound = ({ boundObjectKind: kind, boundObjectName: name, boundObjectUid: uid }: TokenFlags): void => {
  if (kind === '') {
    if (name) throw new Error('--bound-object-name can only be set if --bound-object-kind is provided')
    if (uid) throw new Error('--bound-object-uid can only be set if --bound-object-kind is provided')
    return
  }
  if (!Object.hasOwn(boundKinds, kind)) {
    throw new Error(`supported --bound-object-kind values are ${Object.keys(boundKinds).join(', ')}`)
  }
  if (name === '') throw new Error('--bound-object-name is required if --bound-object-kind is provided')
}

const requestOf = ({ audience, duration: time, boundObjectKind: kind, ...bound }: TokenFlags): object => {
  const { boundObjectName: name, boundObjectUid: uid } = bound
  return {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    metadata: {},
    spec: {
      audiences: audience,
      ...(time > 0 ? { expirationSeconds: time / 1000 } : {}),
      ...(kind ? { boundObjectRef: { kind, apiVersion: boundKinds[kind], name, ...(uid ? { uid } : {}) } } : {}),
    },
  }
}
