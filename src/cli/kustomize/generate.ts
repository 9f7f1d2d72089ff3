import { basename, join } from 'node:path'
import type { KubeObject } from '../../api/meta.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'
import { readBytes, readText } from './files.ts'
import type { Item } from './item.ts'
import type { Generator, GeneratorOptions, Kustomization } from './kustomization.ts'

interface Place {
  readonly folder: string
  readonly world: Pick<World, 'files'>
}

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
  const { kind, metadata } = item.object
  const index = items.findIndex(({ object }) => object.kind === kind && object.metadata.name === metadata.name)
  const old = items[index]
  if (behavior === 'create' && !old) return [...items, item]
  if (behavior === 'create')
    throw new Failure(`may not add resource with an already registered id: ${kind}.v1.[noGrp]/${metadata.name}.[noNs]`)
  if (!old) throw new Failure(`id matches no resources: ${kind}.v1.[noGrp]/${metadata.name}.[noNs]; cannot ${behavior}`)
  return items.with(index, behavior === 'merge' ? merged(old, item) : item)
}

type WithData = KubeObject & { readonly data?: Readonly<Record<string, string>> }

const merged = (old: Item, { object, hashed }: Item): Item => {
  const data = { ...(old.object as WithData).data, ...(object as WithData).data }
  return { object: { ...old.object, data } as KubeObject, hashed }
}

const configMap = (generator: Generator, defaults: GeneratorOptions, place: Place): Item => {
  const entries = entriesOf(generator, place)
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
  return itemOf('ConfigMap', { generator, defaults, data })
}

const secret = (generator: Generator, defaults: GeneratorOptions, place: Place): Item => {
  const entries = entriesOf(generator, place).map(([key, bytes]) => [key, base64(bytes)])
  const data = { data: Object.fromEntries(entries), type: generator.type ?? 'Opaque' }
  return itemOf('Secret', { generator, defaults, data })
}

const itemOf = (
  kind: string,
  { generator, defaults, data }: { generator: Generator; defaults: GeneratorOptions; data: object },
): Item => {
  const { name, namespace, options = {} } = generator
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
  return { object, hashed: !(options.disableNameSuffixHash ?? defaults.disableNameSuffixHash) }
}

type Entry = readonly [key: string, bytes: Uint8Array]

const entriesOf = (
  { literals = [], files = [], envs = [], env }: Generator,
  { folder, world }: Place,
): readonly Entry[] => [
  ...[...(env ? [env] : []), ...envs].flatMap(path => envLines(readText(join(folder, path), world))),
  ...literals.map(literal => toEntry(literal)),
  ...files.map((text): Entry => {
    const [, key = basename(text), path = text] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    return [key, readBytes(join(folder, path), world)]
  }),
]

const envLines = (text: string): readonly Entry[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(toEntry)

const toEntry = (text: string): Entry => {
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
