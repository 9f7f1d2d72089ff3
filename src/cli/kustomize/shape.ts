import { isMap } from '../../util/go-value.ts'

/** What a part of a kustomization has to be; a name stands for a struct, with the name of its Go type. */
type Shape =
  | 'string'
  | 'bool'
  | 'int'
  | 'any'
  | { readonly go: string; readonly items?: Shape; readonly fields?: Fields }
type Fields = Readonly<Record<string, Shape>>

const listOf = (go: string, items: Shape): Shape => ({ go: `[]${go}`, items })
const struct = (go: string, fields: Fields): Shape => ({ go, fields })
const texts = listOf('string', 'string')
const pairs: Shape = { go: 'map[string]string' }

const options = struct('types.GeneratorOptions', {
  labels: pairs,
  annotations: pairs,
  disableNameSuffixHash: 'bool',
  immutable: 'bool',
})

const generator: Fields = {
  namespace: 'string',
  name: 'string',
  behavior: 'string',
  literals: texts,
  files: texts,
  envs: texts,
  env: 'string',
  options,
}

const patch = struct('types.Patch', {
  path: 'string',
  patch: 'string',
  target: struct('types.Selector', {
    ...{ group: 'string', version: 'string', kind: 'string', name: 'string', namespace: 'string' },
    ...{ labelSelector: 'string', annotationSelector: 'string' },
  }),
  options: struct('types.PatchArgs', { allowNameChange: 'bool', allowKindChange: 'bool' }),
})

const kustomization: Fields = {
  apiVersion: 'string',
  kind: 'string',
  metadata: 'any',
  resources: texts,
  bases: texts,
  components: texts,
  namePrefix: 'string',
  nameSuffix: 'string',
  namespace: 'string',
  commonLabels: pairs,
  commonAnnotations: pairs,
  labels: listOf(
    'types.Label',
    struct('types.Label', { pairs, includeSelectors: 'bool', includeTemplates: 'bool', fields: 'any' }),
  ),
  images: listOf(
    'types.Image',
    struct('types.Image', {
      ...{ name: 'string', newName: 'string', newTag: 'string', tagSuffix: 'string', digest: 'string' },
    }),
  ),
  replicas: listOf('types.Replica', struct('types.Replica', { name: 'string', count: 'int' })),
  configMapGenerator: listOf('types.ConfigMapArgs', struct('types.ConfigMapArgs', generator)),
  secretGenerator: listOf('types.SecretArgs', struct('types.SecretArgs', { ...generator, type: 'string' })),
  generatorOptions: options,
  patches: listOf('types.Patch', patch),
  patchesJson6902: listOf('types.Patch', patch),
  patchesStrategicMerge: listOf('types.PatchStrategicMerge', 'string'),
  sortOptions: struct('types.SortOptions', {
    order: 'string',
    legacySortOptions: struct('types.LegacySortOptions', { orderFirst: texts, orderLast: texts }),
  }),
  ...{ buildMetadata: 'any', configurations: 'any', crds: 'any', generators: 'any', helmCharts: 'any' },
  ...{ helmGlobals: 'any', openapi: 'any', replacements: 'any', transformers: 'any', validators: 'any', vars: 'any' },
}

/** What is wrong with what a kustomization says, as Go's JSON decoder tells it: the first fault, fields by name. */
export const shapeFault = (value: unknown): string | undefined =>
  isMap(value)
    ? fieldsFault(value, { go: 'Kustomization', path: '', fields: kustomization })
    : `cannot unmarshal ${kindOf(value)} into Go value of type types.Kustomization`

interface Place {
  /** The innermost struct, as Go names it. */
  readonly go: string
  /** The fields that lead to it, each behind a dot. */
  readonly path: string
  readonly fields: Fields
}

const fieldsFault = (value: Readonly<Record<string, unknown>>, { go, path, fields }: Place): string | undefined =>
  firstOf(Object.keys(value).toSorted(), field => {
    const shape = fields[field]
    const within = path.endsWith('Generator') ? (embedded[field] ?? '') : ''
    return shape ? faultOf(value[field], shape, { go, path: `${path}${within}.${field}` }) : `unknown field "${field}"`
  })

// Go's structs for generators have others inside of them, which its errors name.
const sources = '.GeneratorArgs.KvPairSources'
const embedded: Readonly<Record<string, string>> = {
  ...{ literals: sources, files: sources, envs: sources, env: sources },
  ...{ name: '.GeneratorArgs', namespace: '.GeneratorArgs', behavior: '.GeneratorArgs', options: '.GeneratorArgs' },
}

const faultOf = (value: unknown, shape: Shape, place: Omit<Place, 'fields'>): string | undefined => {
  if (value === null || value === undefined || shape === 'any') return undefined
  if (typeof shape === 'string')
    return kindOf(value) === kinds[shape] ? undefined : mismatch(value, goTypes[shape], place)
  const { go, items, fields } = shape
  if (items) {
    if (!Array.isArray(value)) return mismatch(value, go, place)
    return firstOf(value, item => faultOf(item, items, place))
  }
  if (!isMap(value)) return mismatch(value, go, place)
  if (fields) return fieldsFault(value, { go: go.replace('types.', ''), path: place.path, fields })
  return firstOf(Object.keys(value).toSorted(), key => faultOf(value[key], 'string', place))
}

const kinds = { string: 'string', bool: 'bool', int: 'number' } as const
const goTypes = { string: 'string', bool: 'bool', int: 'int64' } as const

const mismatch = (value: unknown, wanted: string, { go, path }: Omit<Place, 'fields'>): string =>
  `cannot unmarshal ${kindOf(value)} into Go struct field ${go}${path} of type ${wanted}`

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array'
  if (isMap(value)) return 'object'
  return typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : 'number'
}

const firstOf = <T>(list: readonly T[], find: (item: T) => string | undefined): string | undefined => {
  for (const item of list) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
