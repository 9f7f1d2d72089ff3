import { type FieldError, invalid, required } from '../../field-error.ts'
import type { EnvFromSource, EnvVar, EnvVarSource } from '../../generated/types.ts'
import { isConfigKey, isRelaxedEnvName } from '../../validation/keys.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'
import { isPodField } from './field.ts'

export const validateEnvironment = (variables: readonly EnvVar[], field: string): readonly FieldError[] =>
  variables.flatMap(({ name = '', value = '', valueFrom }, index) => {
    const at = `${field}[${index}]`
    return [
      ...(name === ''
        ? [required(`${at}.name`)]
        : isRelaxedEnvName(name).map(text => invalid(`${at}.name`, name, text))),
      ...(valueFrom ? validateSource(valueFrom, value, `${at}.valueFrom`) : []),
    ]
  })

const kinds = 'one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'

const validateSource = (source: EnvVarSource, value: string, field: string): readonly FieldError[] => {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source
  const given = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(Boolean).length
  return [
    ...(fieldRef ? validateField(fieldRef.fieldPath, `${field}.fieldRef`) : []),
    ...(configMapKeyRef ? validateKey(configMapKeyRef, `${field}.configMapKeyRef`) : []),
    ...(secretKeyRef ? validateKey(secretKeyRef, `${field}.secretKeyRef`) : []),
    ...(given === 0 ? [invalid(field, '', `must specify ${kinds}`)] : []),
    ...(given > 0 && value !== '' ? [invalid(field, '', 'may not be specified when `value` is not empty')] : []),
    ...(given > 1 && value === '' ? [invalid(field, '', 'may not have more than one field specified at a time')] : []),
  ]
}

const validateField = (path = '', field: string): readonly FieldError[] => {
  if (path === '') return [required(`${field}.fieldPath`)]
  return isPodField(path)
    ? []
    : [invalid(`${field}.fieldPath`, path, `error converting fieldPath: field label not supported: ${path}`)]
}

const validateKey = (
  { name = '', key = '' }: { readonly name?: string | undefined; readonly key: string },
  field: string,
): readonly FieldError[] => [
  ...(name === '' ? [] : isDns1123Subdomain(name).map(text => invalid(`${field}.name`, name, text))),
  ...(key === '' ? [required(`${field}.key`)] : isConfigKey(key).map(text => invalid(`${field}.key`, key, text))),
]

export const validateEnvironmentSources = (sources: readonly EnvFromSource[], field: string): readonly FieldError[] =>
  sources.flatMap(({ prefix = '', configMapRef, secretRef }, index) => {
    const at = `${field}[${index}]`
    return [
      ...(prefix === '' ? [] : isRelaxedEnvName(prefix).map(text => invalid(`${at}.prefix`, prefix, text))),
      ...(configMapRef ? validateName(configMapRef.name, `${at}.configMapRef.name`) : []),
      ...(secretRef ? validateName(secretRef.name, `${at}.secretRef.name`) : []),
      ...(configMapRef || secretRef ? [] : [invalid(at, '', 'must specify one of: `configMapRef` or `secretRef`')]),
      ...(configMapRef && secretRef ? [invalid(at, '', 'may not have more than one field specified at a time')] : []),
    ]
  })

const validateName = (name = '', field: string): readonly FieldError[] =>
  name === '' ? [required(field)] : isDns1123Subdomain(name).map(text => invalid(field, name, text))
