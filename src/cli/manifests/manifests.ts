import { resourceOf } from '../../api/lookup.ts'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { jsonKind } from '../../api/patch/parse-patch.ts'
import type { Resource } from '../../api/resource.ts'
import { matchesSelector, parseSelector, type Selector } from '../../api/selector-parser.ts'
import { SelectorError } from '../../api/selector-requirement.ts'
import { sortKeys, toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { iterateDocuments } from '../../util/yaml/read.ts'
import { Failure, NestedListError } from '../errors.ts'
import type { Found } from '../selection/found.ts'
import type { FileFlags } from '../selection/selection.ts'
import { unknownResource } from '../selection/subresource.ts'
import type { Context } from '../verb.ts'
import { decodeFault } from './decode-fault.ts'
import { manifestFault } from './manifest-fault.ts'
import { type ManifestStream, manifestStreams } from './manifest-files.ts'
import { metadataFault } from './manifest-metadata.ts'

export interface ManifestOptions extends FileFlags {
  /** As verbs do that validate before they send (`create`, `apply`): they word what is no object in their own way. */
  readonly validate?: boolean
  /** Only objects whose labels it picks. */
  readonly selector?: string
  /** The objects are not the cluster's: their kinds may be unknown, and no namespace is theirs by default. */
  readonly local?: boolean
}

/**
 * The objects of files, in order, Lists taken apart. Each is given by a call, which throws where it is no object that
 * the API knows, so that the others can go on. Files are looked for before the first one is read.
 */
export async function* readManifests(options: ManifestOptions, context: Context): AsyncGenerator<() => Found> {
  const { filename = [], recursive = false, kustomize = '', selector = '' } = options
  const picked = readSelector(selector)
  if (kustomize) yield* readKustomization(kustomize, options, context)
  for (const stream of manifestStreams(filename, { recursive }, context.world)) {
    for await (const next of readStream(stream, options, context)) if (isPicked(next, picked)) yield next
  }
}

const readSelector = (text: string): Selector => {
  try {
    return parseSelector(text)
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error
    throw new Failure(`the provided selector ${goQuote(text)} is not valid: ${error.message}`)
  }
}

async function* readKustomization(
  folder: string,
  options: ManifestOptions,
  context: Context,
): AsyncGenerator<() => Found> {
  const { buildKustomization } = await import('../kustomize/build.ts')
  try {
    for (const object of buildKustomization(folder, context.world))
      yield () => toFound(object, folder, { options, context })
  } catch (error) {
    yield () => {
      throw error
    }
  }
}

// What is no object stays, for its error to be told.
const isPicked = (next: () => Found, selector: Selector): boolean => {
  if (selector.length === 0) return true
  try {
    return matchesSelector(selector, next().object?.metadata.labels)
  } catch {
    return true
  }
}

/** The same of one text. */
export async function* readStream(
  stream: ManifestStream,
  options: ManifestOptions,
  context: Context,
): AsyncGenerator<() => Found> {
  const { source } = stream
  try {
    for (const document of iterateDocuments(await stream.read())) {
      if (options.validate) checkValid(document, source)
      // kubectl passes YAML on as JSON whose keys are sorted, so faults are met in that order.
      for (const value of flatten(sortKeys(document))) yield () => toFound(value, source, { options, context })
    }
  } catch (error) {
    if (error instanceof NestedListError) throw error
    yield () => {
      throw error instanceof YamlError ? new Failure(`error parsing ${source}: ${error.message}`) : error
    }
  }
}

// `kind: List` and every other kind of list stand for their items, which need not say what the list's kind says. An
// item with items of its own is more than kubectl can take apart.
const flatten = (value: unknown): readonly unknown[] => {
  if (!isMap(value) || !String(value.kind).endsWith('List') || !Array.isArray(value.items)) return [value]
  const { apiVersion } = value
  if (value.items.some(item => isMap(item) && Array.isArray(item.items))) throw new NestedListError()
  const kind = String(value.kind).slice(0, -'List'.length)
  const fill = (item: unknown): unknown => (kind && isMap(item) && !item.kind ? { apiVersion, kind, ...item } : item)
  return value.items.map(fill)
}

const toFound = (
  value: unknown,
  source: string,
  { options, context }: { readonly options: ManifestOptions; readonly context: Context },
): Found => {
  const object = decoded(value, source)
  const resource = resourceOf(object)
  if (options.local) return localFound(object, resource, source)
  if (!resource) throw new Failure(noMapping(object, source))
  const name = object.metadata.name ?? ''
  if (!resource.namespaced) return { resource, namespace: undefined, name, object, source }
  const namespace = namespaceOf(object, context)
  return { resource, namespace, name, object: { ...object, metadata: { ...object.metadata, namespace } }, source }
}

const localFound = (object: KubeObject, known: Resource | undefined, source: string): Found => {
  const resource = known ?? unknownResource({ ...parseApiVersion(object.apiVersion), kind: object.kind })
  const { namespace, name = '' } = object.metadata
  return { resource, namespace, name, object, source }
}

const checkValid = (value: unknown, source: string): void => {
  const fault = manifestFault(value)
  if (fault === undefined) return
  throw new Failure(
    `error validating ${goQuote(source)}: error validating data: ${fault}; ` +
      'if you choose to ignore these errors, turn validation off with --validate=false',
  )
}

const decoded = (value: unknown, source: string): KubeObject => {
  const fault = (text: string): Failure => new Failure(`unable to decode ${goQuote(source)}: ${text}`)
  const unlike = decodeFault(value)
  if (unlike !== undefined || !isMap(value)) throw fault(unlike ?? '')
  if (typeof value.apiVersion !== 'string' && value.apiVersion) throw fault(wrongVersion(value.apiVersion))
  if (!value.apiVersion) throw fault(`Object 'apiVersion' is missing in '${toGoJson(value, 0, { sorted: true })}'`)
  const wrong = metadataFault(value.metadata)
  if (wrong !== undefined) throw fault(wrong)
  return { ...value, metadata: value.metadata ?? {} } as unknown as KubeObject
}

const wrongVersion = (version: unknown): string =>
  `json: cannot unmarshal ${jsonKind(version)} into Go struct field metadataOnlyObject.apiVersion of type string`

const noMapping = ({ apiVersion, kind, metadata }: KubeObject, source: string): string => {
  const { group, version } = parseApiVersion(apiVersion)
  return (
    `resource mapping not found for name: ${goQuote(metadata.name ?? '')} namespace: ${goQuote(metadata.namespace ?? '')} ` +
    `from ${goQuote(source)}: no matches for kind ${goQuote(kind)} in version ${goQuote(group ? `${group}/${version}` : version)}\n` +
    'ensure CRDs are installed first'
  )
}

const namespaceOf = ({ metadata }: KubeObject, { namespace, namespaceGiven }: Context): string => {
  const own = metadata.namespace
  if (!own) return namespace
  if (!namespaceGiven || own === namespace) return own
  throw new Failure(
    `the namespace from the provided object ${goQuote(own)} does not match the namespace ${goQuote(namespace)}. ` +
      `You must pass '--namespace=${own}' to perform this operation.`,
  )
}
