import { compareBytes } from '../../util/compare.ts'
import { omit } from '../../util/omit.ts'
import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { heading } from '../describe/heading.ts'
import { type FieldError, forbidden, invalid, required, tooLong } from '../field-error.ts'
import type { Secret } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isConfigKey } from '../validation/keys.ts'
import { jsonFault } from './secret/json-fault.ts'

export const secret = defineResource<Secret>({
  group: '',
  version: 'v1',
  kind: 'Secret',
  plural: 'secrets',
  namespaced: true,
  hidesData: true,
  columns: [
    nameColumn,
    column('Type', ({ type }) => type ?? ''),
    column('Data', ({ data }) => Object.keys(data ?? {}).length),
    ageColumn,
  ],

  withDefaults: object => encodeTexts({ ...object, type: object.type || 'Opaque' }),
  validate: object => validate(object),
  validateUpdate: (object, old) => [...validateFrozen(object, old), ...validate(object)],
  selectableFields: ({ type }) => ({ type: type ?? '' }),

  describe: async object => [
    ...heading(object),
    '',
    `Type:\t${object.type ?? ''}`,
    '',
    'Data',
    '====',
    ...dataLines(object),
  ],
})

/** `stringData` is only a way to write. */
const encodeTexts = (object: Secret): Secret => {
  if (!object.stringData) return object
  const texts = Object.entries(object.stringData).map(([key, text]) => [key, Buffer.from(text).toString('base64')])
  return { ...omit(object, 'stringData'), data: { ...object.data, ...Object.fromEntries(texts) } }
}

const tokenType = 'kubernetes.io/service-account-token'
const accountAnnotation = 'kubernetes.io/service-account.name'
const limit = 1024 * 1024

// What each type must hold.
const needed: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
}

const validate = ({ data = {}, type = '', metadata }: Secret): readonly FieldError[] => {
  const size = Object.values(data).reduce((sum, text) => sum + bytesOf(text), 0)
  const lacks = (key: string): boolean => !Object.hasOwn(data, key)
  return [
    ...Object.keys(data).flatMap(key => isConfigKey(key).map(text => invalid(`data[${key}]`, key, text))),
    ...(size > limit ? [tooLong('data', limit)] : []),
    ...(type === tokenType && !metadata.annotations?.[accountAnnotation]
      ? [required(`metadata.annotations[${accountAnnotation}]`)]
      : []),
    ...(needed[type] ?? []).filter(lacks).map(key => required(`data[${key}]`)),
    ...(type.startsWith('kubernetes.io/dockerc') ? (needed[type] ?? []) : []).flatMap(key =>
      validateJson(data[key], `data[${key}]`),
    ),
    ...(type === 'kubernetes.io/basic-auth' && lacks('username') && lacks('password')
      ? [required('data[username]'), required('data[password]')]
      : []),
  ]
}

const validateJson = (encoded: string | undefined, field: string): readonly FieldError[] => {
  const fault = encoded === undefined ? undefined : jsonFault(Buffer.from(encoded, 'base64').toString())
  return fault === undefined ? [] : [invalid(field, '<secret contents redacted>', fault)]
}

const frozen = 'field is immutable when `immutable` is set'

const validateFrozen = (object: Secret, old: Secret): readonly FieldError[] => [
  ...(object.type === old.type ? [] : [invalid('type', object.type, 'field is immutable')]),
  ...(old.immutable && !object.immutable ? [forbidden('immutable', frozen)] : []),
  ...(old.immutable && !sameJson(object.data ?? {}, old.data ?? {}) ? [forbidden('data', frozen)] : []),
]

const dataLines = ({ data = {}, type }: Secret): readonly string[] =>
  Object.entries(data)
    .toSorted(([left], [right]) => compareBytes(left, right))
    .map(([key, text]) =>
      key === 'token' && type === tokenType
        ? `${key}:\t${Buffer.from(text, 'base64').toString()}`
        : `${key}:\t${bytesOf(text)} bytes`,
    )

/** How many bytes a text in base64 stands for. */
const bytesOf = (text: string): number => Buffer.from(text, 'base64').length
