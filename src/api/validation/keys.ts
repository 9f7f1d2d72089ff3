import { byteLength, matchesWhole, type NameCheck, patternHint, tooLongText } from './names.ts'

const envName = '[-._a-zA-Z][-._a-zA-Z0-9]*'
const cEnvName = '[A-Za-z_][A-Za-z0-9_]*'
const configKey = '[-._a-zA-Z0-9]+'

/** An environment variable as kubectl and old servers want it; see `isRelaxedEnvName` for what pods may have. */
export const isEnvName: NameCheck = name => [
  ...(matchesWhole(envName, name)
    ? []
    : [
        `a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit ${patternHint(envName, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')}`,
      ]),
  ...dots(name),
]

/** An environment variable of a container: any printable ASCII but `=`. */
export const isRelaxedEnvName: NameCheck = name => {
  if (name === '') return ['environment variable name must be non-empty']
  return /^[ -<>-~]+$/.test(name)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"]
}

export const isCEnvName: NameCheck = name =>
  matchesWhole(cEnvName, name)
    ? []
    : [
        `a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_' ${patternHint(cEnvName, 'my_name', 'MY_NAME', 'MyName')}`,
      ]

/** A key of a ConfigMap or Secret. */
export const isConfigKey: NameCheck = name => [
  ...(byteLength(name) > 253 ? [tooLongText(253)] : []),
  ...(matchesWhole(configKey, name)
    ? []
    : [
        `a valid config key must consist of alphanumeric characters, '-', '_' or '.' ${patternHint(configKey, 'key.name', 'KEY_NAME', 'key-name')}`,
      ]),
  ...dots(name),
]

const dots: NameCheck = name => {
  if (name === '.') return ["must not be '.'"]
  if (name === '..') return ["must not be '..'"]
  return name.startsWith('..') ? ["must not start with '..'"] : []
}
