import type { Container, EnvVar, EnvVarSource } from '../../../api/generated/types.ts'
import { resourceOfKind } from '../../../api/lookup.ts'
import type { Context } from '../../verb.ts'

interface Listing {
  readonly kind: string
  readonly name: string
  readonly container: Container
  readonly env: readonly EnvVar[]
  /** Whether values that stand elsewhere are looked up. */
  readonly resolve: boolean
}

/** Prints a container's variables. */
export const listEnv = async ({ kind, name, container, env, resolve }: Listing, context: Context): Promise<void> => {
  const { write } = context.io.out
  write(`# ${kind} ${name}, container ${container.name}\n`)
  for (const variable of env) {
    const { valueFrom } = variable
    const value = valueFrom && resolve ? await lookUp(valueFrom, context) : variable.value
    if (valueFrom && value === undefined) write(`# ${variable.name} from ${describeSource(valueFrom)}\n`)
    else write(`${variable.name}=${value ?? ''}\n`)
  }
}

const lookUp = async (
  { configMapKeyRef, secretKeyRef }: EnvVarSource,
  { client, namespace }: Context,
): Promise<string | undefined> => {
  const reference = configMapKeyRef ?? secretKeyRef
  if (!reference) return undefined
  const resource = resourceOfKind(configMapKeyRef ? 'ConfigMap' : 'Secret')
  const object = await client.get({ resource, namespace, name: reference.name ?? '' })
  const { data = {} } = object as { readonly data?: Readonly<Record<string, string>> }
  const value = data[reference.key]
  return value === undefined || configMapKeyRef ? value : Buffer.from(value, 'base64').toString()
}

const describeSource = (source: EnvVarSource): string => {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = source
  if (configMapKeyRef) return `configmap ${configMapKeyRef.name}, key ${configMapKeyRef.key}`
  if (resourceFieldRef) {
    const { containerName, resource } = resourceFieldRef
    return `resource field ${containerName ? `${containerName}/` : ''}${resource}`
  }
  if (secretKeyRef) return `secret ${secretKeyRef.name}, key ${secretKeyRef.key}`
  return fieldRef ? `field path ${fieldRef.fieldPath}` : 'invalid valueFrom'
}
