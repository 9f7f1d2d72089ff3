import { isMap } from '../../util/go-value.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { parseYaml } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'

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
}

export interface PatchEntry {
  readonly path?: string
  readonly patch?: string
  readonly target?: PatchTarget
}

/** What a kustomization.yaml may say, as far as it is understood here. */
export interface Kustomization {
  readonly resources?: readonly string[]
  readonly bases?: readonly string[]
  readonly namePrefix?: string
  readonly nameSuffix?: string
  readonly namespace?: string
  readonly commonLabels?: Pairs
  readonly commonAnnotations?: Pairs
  readonly labels?: readonly { readonly pairs?: Pairs; includeSelectors?: boolean; includeTemplates?: boolean }[]
  readonly images?: readonly { readonly name: string; newName?: string; newTag?: string; digest?: string }[]
  readonly replicas?: readonly { readonly name: string; readonly count: number }[]
  readonly configMapGenerator?: readonly Generator[]
  readonly secretGenerator?: readonly Generator[]
  readonly generatorOptions?: GeneratorOptions
  readonly patches?: readonly PatchEntry[]
  readonly patchesJson6902?: readonly PatchEntry[]
  readonly patchesStrategicMerge?: readonly string[]
}

/** Reads a kustomization's text. Throws for what it cannot say, and for what is not understood here. */
export const parseKustomization = (text: string): Kustomization => {
  const value = parsed(text) ?? {}
  if (!isMap(value))
    throw new Failure('invalid Kustomization: json: cannot unmarshal into Go value of type types.Kustomization')
  for (const field of Object.keys(value)) {
    if (notYet.has(field)) throw new Failure(`kubesim does not build this part of a kustomization yet: ${field}`)
    if (!known.has(field)) throw new Failure(`invalid Kustomization: json: unknown field "${field}"`)
  }
  return value as Kustomization
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

const known = new Set(
  (
    'apiVersion kind metadata resources bases namePrefix nameSuffix namespace commonLabels commonAnnotations labels images ' +
    'replicas configMapGenerator secretGenerator generatorOptions patches patchesJson6902 patchesStrategicMerge buildMetadata'
  ).split(' '),
)

const notYet = new Set(
  'components configurations crds generators helmCharts helmGlobals openapi replacements sortOptions transformers validators vars'.split(
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
