import { compareBytes } from '../../util/compare.ts'
import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { heading } from '../describe/heading.ts'
import { type FieldError, forbidden, invalid, tooLong } from '../field-error.ts'
import type { ConfigMap } from '../generated/types.ts'
import { type DescribeContext, defineResource } from '../resource.ts'
import { isConfigKey } from '../validation/keys.ts'

export const configMap = defineResource<ConfigMap>({
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  plural: 'configmaps',
  shortNames: ['cm'],
  namespaced: true,
  columns: [
    nameColumn,
    column('Data', ({ data, binaryData }) => Object.keys({ ...data, ...binaryData }).length),
    ageColumn,
  ],

  validate: object => validate(object),
  validateUpdate: (object, old) => [...validateFrozen(object, old), ...validate(object)],
  describe: (object, context) => describe(object, context),
})

const limit = 1024 * 1024

const validate = ({ data = {}, binaryData = {} }: ConfigMap): readonly FieldError[] => {
  const size =
    Object.values(data).reduce((sum, text) => sum + Buffer.byteLength(text), 0) +
    Object.values(binaryData).reduce((sum, text) => sum + bytesOf(text), 0)
  return [
    ...sortedKeys(data).flatMap(key => [
      ...isConfigKey(key).map(text => invalid(`data[${key}]`, key, text)),
      ...(Object.hasOwn(binaryData, key)
        ? [invalid(`data[${key}]`, key, 'duplicate of key present in binaryData')]
        : []),
    ]),
    ...sortedKeys(binaryData).flatMap(key => isConfigKey(key).map(text => invalid(`binaryData[${key}]`, key, text))),
    ...(size > limit ? [tooLong('[]', limit)] : []),
  ]
}

const frozen = 'field is immutable when `immutable` is set'

const validateFrozen = (object: ConfigMap, old: ConfigMap): readonly FieldError[] => {
  if (!old.immutable) return []
  return [
    ...(object.immutable ? [] : [forbidden('immutable', frozen)]),
    ...(['data', 'binaryData'] as const)
      .filter(field => !sameJson(object[field] ?? {}, old[field] ?? {}))
      .map(field => forbidden(field, frozen)),
  ]
}

const describe = async (object: ConfigMap, context: DescribeContext): Promise<readonly string[]> => [
  ...heading(object),
  '',
  'Data',
  '====',
  ...sortedKeys(object.data).flatMap(key => [`${key}:`, '----', ...(object.data?.[key] ?? '').split('\n'), '']),
  '',
  'BinaryData',
  '====',
  ...sortedKeys(object.binaryData).map(key => `${key}: ${bytesOf(object.binaryData?.[key] ?? '')} bytes`),
  '',
  ...(await eventLines(object, context)),
]

const sortedKeys = (map: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.keys(map).toSorted(compareBytes)

/** How many bytes a text in base64 stands for. */
const bytesOf = (text: string): number => Buffer.from(text, 'base64').length
