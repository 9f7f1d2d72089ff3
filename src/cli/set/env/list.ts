import type { Container, EnvVar, EnvVarSource } from '../../../api/generated/types.ts'
import type { KubeObject } from '../../../api/meta.ts'
import type { Context } from '../../verb.ts'
import { resolveSource } from './resolve.ts'

interface Listing {
  readonly kind: string
  readonly object: KubeObject
  readonly container: Container
  readonly env: readonly EnvVar[]
  /** Whether values that stand elsewhere are looked up. */
  readonly resolve: boolean
}

/** Prints a container's variables, and on stderr which values could not be had. */
export const listEnv = async ({ kind, object, container, env, resolve }: Listing, context: Context): Promise<void> => {
  const { write } = context.io.out
  const failures = new Map<string, readonly string[]>()
  write(`# ${kind} ${object.metadata.name}, container ${container.name}\n`)
  for (const { name, value = '', valueFrom } of env) {
    const note = (why: string) => failures.set(why, [...(failures.get(why) ?? []), name])
    const text = valueFrom && resolve ? await resolved(valueFrom, { object, container, note }, context) : undefined
    const isElsewhere = valueFrom !== undefined && text === undefined
    write(isElsewhere ? `# ${name} from ${describeSource(valueFrom)}\n` : `${name}=${text ?? value}\n`)
  }
  const lines = [...failures].map(
    ([why, names]) => `error retrieving reference for ${names.toSorted().join(', ')}: ${why}\n`,
  )
  context.io.err.write(lines.toSorted().join(''))
}

/** The value; undefined where it cannot be had, which is noted. */
const resolved = async (
  source: EnvVarSource,
  { object, container, note }: Pick<Listing, 'object' | 'container'> & { note(why: string): void },
  context: Context,
): Promise<string | undefined> => {
  try {
    return await resolveSource(source, { object, container }, context)
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    return undefined
  }
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
