import { join, resolve } from 'node:path'
import type { KubeObject } from '../../api/meta.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { readDocuments } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'
import { folderAt, isFolder, lstatError, type Place, readKustomization, readText } from './files.ts'
import { generate } from './generate.ts'
import { contentHash } from './hash.ts'
import { setImages, setReplicas } from './images.ts'
import { type Item, idText, itemOf, withMetadata } from './item.ts'
import { deprecations, type Kustomization, parseKustomization } from './kustomization.ts'
import { addLabels } from './labels.ts'
import { affix, moveTo } from './names.ts'
import { inOrder } from './order.ts'
import { applyPatches } from './patches.ts'
import { fixReferences } from './references.ts'

/**
 * The objects that the kustomization of a folder makes; `isRestricted` keeps it from reading files outside of it. What is
 * on its way out is told on stderr.
 */
export const buildKustomization = (
  path: string,
  world: Pick<World, 'files' | 'cwd' | 'io'>,
  { isRestricted = true } = {},
): readonly KubeObject[] => {
  const building = { folder: folderAt(path, world), world, isRestricted, note: world.io.err.write }
  const kustomization = read(building)
  const items = fixReferences(accumulate([], kustomization, building).map(withHash))
  return inOrder(items.map(({ object }) => object).filter(isForCluster), kustomization)
}

const withHash = (item: Item): Item =>
  item.hashed ? withMetadata(item, { name: `${item.object.metadata.name}-${contentHash(item.object)}` }) : item

const isForCluster = ({ metadata }: KubeObject): boolean =>
  metadata.annotations?.['config.kubernetes.io/local-config'] === undefined

interface Building extends Place {
  note(text: string): void
}

const read = ({ folder, world, note }: Building): Kustomization => {
  const kustomization = parseKustomization(readKustomization(folder, world), folder)
  for (const text of deprecations(kustomization)) note(text)
  return kustomization
}

/** The items with those of a kustomization, as it changes them. */
const accumulate = (items: readonly Item[], kustomization: Kustomization, building: Building): readonly Item[] => {
  const { resources = [], bases = [], components = [] } = kustomization
  const found = [...resources, ...bases].reduce((all, path) => addResource(all, path, building), items)
  const generated = generate(found, kustomization, building)
  const composed = components.reduce((all, path) => throughComponent(all, path, building), generated)
  const placed = affix(moveTo(applyPatches(composed, kustomization, building), kustomization.namespace), kustomization)
  return setImages(setReplicas(addLabels(placed, kustomization), kustomization), kustomization)
}

const throughComponent = (items: readonly Item[], path: string, building: Building): readonly Item[] => {
  const folder = resolve(building.folder, path)
  const place = { ...building, folder: folderAt(folder, building.world) }
  const kustomization = read(place)
  if (kustomization.kind === 'Component') return accumulate(items, kustomization, place)
  const found = kustomization.kind ?? 'Kustomization'
  const why = `expected kind 'Component' for path '${folder}' but got '${found}'`
  throw new Failure(`accumulating components: accumulateDirectory: ${JSON.stringify(why)}`)
}

const addResource = (items: readonly Item[], path: string, building: Building): readonly Item[] => {
  const place = join(building.folder, path)
  if (/^https?:\/\//.test(path)) throw new Failure(`cannot read ${path}: kubesim does not fetch bases over the network`)
  if (!isFolder(place, building.world)) return add(items, itemsOf(path, building), failureAt(path))
  const within = { ...building, folder: place }
  const asFile = `accumulating resources from '${path}': '${place}' must resolve to a file`
  const fails = (text: string): Failure => new Failure(`accumulating resources: accumulation err='${asFile}': ${text}`)
  const kustomization = read(within)
  if (kustomization.kind === 'Component') throw fails(`expected kind != 'Component' for path '${place}'`)
  return add(items, accumulate([], kustomization, within), text =>
    fails(`recursed merging from path '${place}': ${text}`),
  )
}

const failureAt =
  (path: string) =>
  (text: string): Failure =>
    new Failure(`accumulating resources: merging resources from '${path}': ${text}`)

const add = (items: readonly Item[], more: readonly Item[], failure: (text: string) => Failure): readonly Item[] => {
  const known = new Set(items.map(({ object }) => idText(object)))
  const twice = more.find(({ object }) => known.has(idText(object)))
  if (twice) throw failure(`may not add resource with an already registered id: ${idText(twice.object)}`)
  return [...items, ...more]
}

const itemsOf = (path: string, building: Building): readonly Item[] => {
  try {
    return readDocuments(readText(path, building)).map(document => itemOf(document as KubeObject))
  } catch (error) {
    throw unread(error, path, building)
  }
}

const unread = (error: unknown, path: string, { folder, world }: Building): unknown => {
  const place = join(folder, path)
  const start = `accumulating resources: accumulation err='accumulating resources from '${path}':`
  if (error instanceof YamlError) return new Failure(`${start} MalformedYAMLError: ${error.message} in File: ${path}'`)
  if (!(error instanceof Failure)) return error
  const why = `evalsymlink failure on '${place}' : ${lstatError(place, world.files)}`
  return new Failure(`${start} ${error.message}': must build at directory: not a valid directory: ${why}`)
}
