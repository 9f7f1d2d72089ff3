import { byteLength, isDns1123Subdomain, matchesWhole, type NameCheck, patternHint } from './names.ts'

const namePattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const valuePattern = `(${namePattern})?`

const consists =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
const nameText = `${consists} ${patternHint(namePattern, 'MyName', 'my.name', '123-abc')}`

/** A key of labels, annotations, finalizers, resources: `[prefix/]name`. */
export const isLabelKey: NameCheck = key => {
  const parts = key.split('/')
  if (parts.length > 2) {
    return [`a valid label key ${nameText} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`]
  }
  const [prefix = '', name = prefix] = parts
  return [...(parts.length === 2 ? checkPrefix(prefix) : []), ...checkName(name)]
}

const checkPrefix: NameCheck = prefix =>
  prefix === ''
    ? ['prefix part must be non-empty']
    : isDns1123Subdomain(prefix).map(text => `prefix part ${text.replace(/characters$/, 'bytes')}`)

const checkName: NameCheck = name => [
  ...(name === '' ? ['name part must be non-empty'] : []),
  ...(byteLength(name) > 63 ? ['name part must be no more than 63 bytes'] : []),
  ...(matchesWhole(namePattern, name) ? [] : [`name part ${nameText}`]),
]

export const isLabelValue: NameCheck = value => [
  ...(byteLength(value) > 63 ? ['must be no more than 63 bytes'] : []),
  ...(matchesWhole(valuePattern, value)
    ? []
    : [
        `a valid label must be an empty string or ${consists.slice('must '.length)} ${patternHint(valuePattern, 'MyValue', 'my_value', '12345')}`,
      ]),
]
