import { isMap } from '../../util/go-value.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { parseYaml } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'
import { shapeFault } from './shape.ts'

export type Pairs = Readonly<Record<string, string>>

export interface GeneratorOptions {
  readonly labels?: Pairs
  readonly annotations?: Pairs
  readonly disableNameSuffixHash?: boolean
  readonly immutable?: boolean
}

export interface Generator {
  readonly name: string
  readonly namespace?: string
  readonly behavior?: string
  readonly type?: string
  readonly literals?: readonly string[]
  readonly files?: readonly string[]
  readonly envs?: readonly string[]
  readonly env?: string
  readonly options?: GeneratorOptions
}

export interface PatchTarget {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly labelSelector?: string
  readonly annotationSelector?: string
}

export interface PatchEntry {
  readonly path?: string
  readonly patch?: string
  readonly target?: PatchTarget
  readonly options?: { readonly allowNameChange?: boolean; readonly allowKindChange?: boolean }
}

/** What a kustomization.yaml may say, as far as it is understood here. */
export interface Kustomization {
  readonly apiVersion?: string
  readonly kind?: string
  readonly components?: readonly string[]
  readonly sortOptions?: {
    readonly order?: string
    readonly legacySortOptions?: { readonly orderFirst?: readonly string[]; readonly orderLast?: readonly string[] }
  }
  readonly resources?: readonly string[]
  readonly bases?: readonly string[]
  readonly namePrefix?: string
  readonly nameSuffix?: string
  readonly namespace?: string
  readonly commonLabels?: Pairs
  readonly commonAnnotations?: Pairs
  readonly labels?: readonly { readonly pairs?: Pairs; includeSelectors?: boolean; includeTemplates?: boolean }[]
  readonly images?: readonly {
    readonly name: string
    newName?: string
    newTag?: string
    digest?: string
    tagSuffix?: string
  }[]
  readonly replicas?: readonly { readonly name: string; readonly count: number }[]
  readonly configMapGenerator?: readonly Generator[]
  readonly secretGenerator?: readonly Generator[]
  readonly generatorOptions?: GeneratorOptions
  readonly patches?: readonly PatchEntry[]
  readonly patchesJson6902?: readonly PatchEntry[]
  readonly patchesStrategicMerge?: readonly string[]
}

/** Reads a kustomization's text. Throws for what it cannot say, and for what is not understood here. */
export const parseKustomization = (text: string, folder: string): Kustomization => {
  const value = parsed(text) ?? {}
  const fault = shapeFault(value)
  if (fault || !isMap(value)) throw new Failure(`invalid Kustomization: json: ${fault}`)
  const foreign = Object.keys(value).find(field => notYet.has(field)) ?? labelFields(value)
  if (foreign) throw new Failure(`kubesim does not build this part of a kustomization: ${foreign}`)
  if (Object.keys(value).every(field => field === 'apiVersion' || field === 'kind')) {
    throw new Failure('kustomization.yaml is empty')
  }
  checkKind(value, folder)
  return value as Kustomization
}

const labelFields = ({ labels = [] }: Kustomization): string | undefined =>
  labels.some(label => 'fields' in label) ? 'labels.fields' : undefined

const checkKind = ({ kind = 'Kustomization', apiVersion }: Kustomization, folder: string): void => {
  const isComponent = kind === 'Component'
  const wanted = `kustomize.config.k8s.io/${isComponent ? 'v1alpha1' : 'v1beta1'}`
  const faults = [
    ...(isComponent || kind === 'Kustomization' ? [] : ['kind should be Kustomization or Component']),
    ...(apiVersion && apiVersion !== wanted ? [`apiVersion for ${kind} should be ${wanted}`] : []),
  ]
  if (faults.length > 0) {
    throw new Failure(`Failed to read kustomization file under ${folder}:\n${faults.join('\n')}`)
  }
}

/** What is said on stderr of fields that are on their way out. */
export const deprecations = (kustomization: Kustomization): readonly string[] =>
  Object.entries(replacedBy)
    .filter(([field]) => field in kustomization)
    .map(
      ([field, better]) =>
        `# Warning: '${field}' is deprecated. Please use '${better}' instead. Run 'kustomize edit fix' to update your Kustomization automatically.\n`,
    )

const replacedBy: Readonly<Record<string, string>> = {
  bases: 'resources',
  commonLabels: 'labels',
  patchesJson6902: 'patches',
  patchesStrategicMerge: 'patches',
}

const notYet = new Set(
  'buildMetadata configurations crds generators helmCharts helmGlobals openapi replacements transformers validators vars'.split(
    ' ',
  ),
)

const parsed = (text: string): unknown => {
  try {
    return parseYaml(text)
  } catch (error) {
    if (error instanceof YamlError) throw new Failure(`invalid Kustomization: ${error.message}`)
    throw error
  }
}
