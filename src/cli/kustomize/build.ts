import { join } from 'node:path'
import type { KubeObject } from '../../api/meta.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { readDocuments } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'
import { folderAt, isFolder, readKustomization, readText } from './files.ts'
import { generate } from './generate.ts'
import { contentHash } from './hash.ts'
import { setImages, setReplicas } from './images.ts'
import type { Item } from './item.ts'
import { deprecations, type Kustomization, parseKustomization } from './kustomization.ts'
import { addLabels } from './labels.ts'
import { affixed, moveTo, rename } from './names.ts'
import { inOrder } from './order.ts'
import { applyPatches } from './patches.ts'

export interface Built {
  readonly objects: readonly KubeObject[]
  /** For stderr. */
  readonly notes: string
}

/** The objects that the kustomization of a folder makes. */
export const buildKustomization = (path: string, world: Pick<World, 'files' | 'cwd'>): Built => {
  const notes: string[] = []
  const items = buildFolder(folderAt(path, world), world, notes)
  const named = rename(items, ({ object, hashed }) =>
    hashed ? `${object.metadata.name}-${contentHash(object)}` : object.metadata.name,
  )
  return { objects: inOrder(named.map(({ object }) => object)), notes: notes.join('') }
}

const buildFolder = (folder: string, world: Pick<World, 'files' | 'cwd'>, notes: string[]): readonly Item[] => {
  const kustomization = parseKustomization(readKustomization(folder, world))
  notes.push(...deprecations(kustomization))
  const { resources = [], bases = [] } = kustomization
  const found = [...resources, ...bases].flatMap(path => itemsAt(path, folder, { world, notes }))
  return customized(found, kustomization, { folder, world })
}

const customized = (
  found: readonly Item[],
  kustomization: Kustomization,
  place: { readonly folder: string; readonly world: Pick<World, 'files'> },
): readonly Item[] => {
  const all = applyPatches(generate(found, kustomization, place), kustomization, place)
  const sized = setImages(setReplicas(all, kustomization), kustomization)
  const labelled = addLabels(moveTo(sized, kustomization.namespace), kustomization)
  return rename(labelled, affixed(kustomization))
}

const itemsAt = (
  path: string,
  folder: string,
  { world, notes }: { readonly world: Pick<World, 'files' | 'cwd'>; readonly notes: string[] },
): readonly Item[] => {
  const place = join(folder, path)
  if (/^https?:\/\//.test(path)) throw new Failure(`cannot read ${path}: kubesim does not fetch bases over the network`)
  if (isFolder(place, world)) return buildFolder(place, world, notes)
  try {
    const documents = readDocuments(readText(place, world))
    return documents.map(document => ({ object: document as KubeObject, hashed: false }))
  } catch (error) {
    throw unread(error, path, place)
  }
}

const unread = (error: unknown, path: string, place: string): unknown => {
  if (error instanceof YamlError) {
    return new Failure(
      `accumulating resources: accumulation err='accumulating resources from '${path}': MalformedYAMLError: ${error.message} in File: ${path}'`,
    )
  }
  if (!(error instanceof Failure)) return error
  const why = `lstat ${place}: no such file or directory`
  return new Failure(
    `accumulating resources: accumulation err='accumulating resources from '${path}': ${error.message}': ` +
      `must build at directory: not a valid directory: evalsymlink failure on '${place}' : ${why}`,
  )
}
