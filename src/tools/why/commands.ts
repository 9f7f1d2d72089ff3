import type { KubeObject } from '../../api/meta.ts'
import type { WhyContext } from './check.ts'

type Here = Pick<WhyContext, 'home'>

/** A command as it is typed: `kubesim scale deployment web --replicas=1 -n shop`. */
export const command = ({ home }: Here, words: string, namespace?: string | undefined): string =>
  `kubesim ${words}${namespace === undefined || namespace === home ? '' : ` -n ${namespace}`}`

/** Changes fields of an object: a strategic merge patch, or another type of patch (of JSON: a list of operations). */
export const patching = (
  here: Here,
  { kind, metadata }: Pick<KubeObject, 'kind' | 'metadata'>,
  patch: object,
  type: 'strategic' | 'merge' | 'json' = 'strategic',
): string => {
  const flag = type === 'strategic' ? '' : ` --type=${type}`
  const words = `patch ${kind.toLowerCase()} ${metadata.name}${flag} -p ${quoted(JSON.stringify(patch))}`
  return command(here, words, metadata.namespace)
}

/** Creates an object, or makes it so. */
export const applying = <T extends Pick<KubeObject, 'metadata'>>(here: Here, object: T): string =>
  piped(object, command(here, 'apply -f -', object.metadata.namespace))

/** Takes an object away and creates it as it is to be: for what cannot be changed in place. */
export const replacing = <T extends Pick<KubeObject, 'metadata'>>(here: Here, object: T): string =>
  piped(object, command(here, 'replace --force -f -', object.metadata.namespace))

/** The namespace is the command's to say. */
const piped = <T extends Pick<KubeObject, 'metadata'>>(object: T, reader: string): string => {
  const { namespace: _, ...metadata } = object.metadata
  return `echo ${quoted(JSON.stringify({ ...object, metadata }))} | ${reader}`
}

/** A word as a shell takes it for one. */
export const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** `service/web`, with its namespace where that is not the user's: `service/web in shop`. */
export const nameOf = (
  { namespace: here }: Pick<WhyContext, 'namespace'>,
  { kind, metadata }: Pick<KubeObject, 'kind' | 'metadata'>,
): string => {
  const { name, namespace } = metadata
  return `${kind.toLowerCase()}/${name}${!namespace || namespace === here ? '' : ` in ${namespace}`}`
}

/** `a`, `a and b`, `a, b and 3 more` */
export const listed = (words: readonly string[], most = 4): string => {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** `app=web,tier=front` */
export const labelText = (labels: Readonly<Record<string, string>> = {}): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
