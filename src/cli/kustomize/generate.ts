import { basename } from 'node:path'
import type { KubeObject } from '../../api/meta.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'
import { type Place, readBytes, readText } from './files.ts'
import { type Item, identities, identityOf, itemOf } from './item.ts'
import type { Generator, GeneratorOptions, Kustomization } from './kustomization.ts'

/** The items with the ConfigMaps and Secrets that a kustomization generates, which may change what is there already. */
export const generate = (items: readonly Item[], kustomization: Kustomization, place: Place): readonly Item[] => {
  const { configMapGenerator = [], secretGenerator = [], generatorOptions = {} } = kustomization
  const generated = [
    ...configMapGenerator.map(generator => ({ generator, item: configMap(generator, generatorOptions, place) })),
    ...secretGenerator.map(generator => ({ generator, item: secret(generator, generatorOptions, place) })),
  ]
  return generated.reduce(add, items)
}

const add = (
  items: readonly Item[],
  { generator: { behavior = 'create' }, item }: { readonly generator: Generator; readonly item: Item },
): readonly Item[] => {
  const { kind } = item.object
  const wanted = identityOf(item)
  const index = items.findIndex(
    known =>
      known.object.kind === kind &&
      identities(known).some(({ name, namespace }) => name === wanted.name && namespace === wanted.namespace),
  )
  const old = items[index]
  const does = (what: string): Failure => new Failure(`merging from generator: id ${goId(item.object)} ${what}`)
  if (behavior === 'create' && !old) return [...items, item]
  if (behavior === 'create') throw does('exists; behavior must be merge or replace')
  if (!old) throw does('does not exist; cannot merge or replace')
  return items.with(index, behavior === 'merge' ? merged(old, item) : item)
}

const goId = ({ kind, metadata: { name = '', namespace = '' } }: KubeObject): string =>
  `resid.ResId{Gvk:resid.Gvk{Group:"", Version:"v1", Kind:${goQuote(kind)}, isClusterScoped:false}, ` +
  `Name:${goQuote(name)}, Namespace:${goQuote(namespace)}}`

type WithData = KubeObject & { readonly data?: Readonly<Record<string, string>> }

const merged = (old: Item, { object, hashed }: Item): Item => {
  const data = { ...(old.object as WithData).data, ...(object as WithData).data }
  const { labels, annotations } = object.metadata
  const metadata = {
    ...old.object.metadata,
    ...(labels && { labels: { ...old.object.metadata.labels, ...labels } }),
    ...(annotations && { annotations: { ...old.object.metadata.annotations, ...annotations } }),
  }
  return { ...old, object: { ...old.object, metadata, data } as KubeObject, hashed }
}

const configMap = (generator: Generator, defaults: GeneratorOptions, place: Place): Item => {
  const entries = entriesOf('configmap', generator, place)
  const texts = entries.flatMap(([key, bytes]) => {
    const text = asText(bytes)
    return text === undefined ? [] : [[key, text] as const]
  })
  const binaries = entries
    .filter(([, bytes]) => asText(bytes) === undefined)
    .map(([key, bytes]) => [key, base64(bytes)])
  const data = {
    ...(texts.length > 0 && { data: Object.fromEntries(texts) }),
    ...(binaries.length > 0 && { binaryData: Object.fromEntries(binaries) }),
  }
  return generatedItem('ConfigMap', { generator, defaults, data })
}

const secret = (generator: Generator, defaults: GeneratorOptions, place: Place): Item => {
  const entries = entriesOf('secret', generator, place).map(([key, bytes]) => [key, base64(bytes)])
  const data = { data: Object.fromEntries(entries), type: generator.type ?? 'Opaque' }
  return generatedItem('Secret', { generator, defaults, data })
}

const generatedItem = (
  kind: string,
  { generator, defaults, data }: { generator: Generator; defaults: GeneratorOptions; data: object },
): Item => {
  const { name, namespace, options = {} } = generator
  if (!name) throw new Failure('a configmap must have a name')
  const labels = { ...defaults.labels, ...options.labels }
  const annotations = { ...defaults.annotations, ...options.annotations }
  const metadata = {
    name,
    ...(namespace && { namespace }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  }
  const immutable = options.immutable ?? defaults.immutable
  const object = { apiVersion: 'v1', kind, metadata, ...data, ...(immutable && { immutable }) }
  return itemOf(object, { hashed: !(options.disableNameSuffixHash ?? defaults.disableNameSuffixHash) })
}

type Entry = readonly [key: string, bytes: Uint8Array]

const entriesOf = (kind: string, generator: Generator, place: Place): readonly Entry[] => {
  const { name, literals = [], files = [], envs = [], env } = generator
  const entries = [
    ...sourced('env source files', [...envs, ...(env ? [env] : [])], path => envLines(readText(path, place))),
    ...sourced('literal sources', literals, literal => [literalEntry(literal)]),
    ...sourced('file sources', files, source => [fileEntry(source, place)]),
  ]
  const keys = entries.map(([key]) => key)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Failure(`${kind} ${name} illegally repeats the key \`${twice}\``)
  return entries
}

const sourced = (
  what: string,
  sources: readonly string[],
  read: (source: string) => readonly Entry[],
): readonly Entry[] => {
  try {
    return sources.flatMap(read)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const between = what === 'literal sources' ? '' : ':'
    throw new Failure(`loading KV pairs: ${what}${between} [${sources.join(' ')}]: ${error.message}`)
  }
}

const fileEntry = (source: string, place: Place): Entry => {
  const [first = '', path, ...more] = source.split('=')
  if (more.length > 0) throw new Failure(`source ${goQuote(source)} key name or file path contains '='`)
  if (path === undefined) return [basename(first), readBytes(first, place)]
  if (first === '') throw new Failure(`missing key name for file path ${goQuote(path)} in source ${goQuote(source)}`)
  if (path === '') throw new Failure(`missing file path for key name ${goQuote(first)} in source ${goQuote(source)}`)
  return [first, readBytes(path, place)]
}

const envLines = (text: string): readonly Entry[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.trimStart())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [, key = line, value = ''] = /^([^=]*)=(.*)$/s.exec(line) ?? []
      return [key, new TextEncoder().encode(value)]
    })

const literalEntry = (text: string): Entry => {
  const equals = text.indexOf('=')
  if (equals < 1) throw new Failure(`invalid literal source ${text}, expected key=value`)
  const value = text.slice(equals + 1)
  return [text.slice(0, equals), new TextEncoder().encode(/^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value)]
}

const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
