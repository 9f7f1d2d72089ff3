/** Checks of names: each gives the server's texts of what is wrong, none when the name is fine. */
export type NameCheck = (name: string) => readonly string[]

const label1123 = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain1123 = `${label1123}(\\.${label1123})*`
const label1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'

/** What the server appends to a text: examples, and the expression it checks by. */
export const patternHint = (pattern: string, ...examples: readonly string[]): string =>
  `(e.g. ${examples.map(text => `'${text}', `).join(' or ')}regex used for validation is '${pattern}')`

export const tooLongText = (limit: number): string => `must be no more than ${limit} characters`

const checks =
  (limit: number, pattern: string, text: string): NameCheck =>
  name => [...(byteLength(name) > limit ? [tooLongText(limit)] : []), ...(matchesWhole(pattern, name) ? [] : [text])]

const compiled = new Map<string, RegExp>()

/** Whether the expression matches the text from end to end. */
export const matchesWhole = (pattern: string, text: string): boolean => {
  const known = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`)
  compiled.set(pattern, known)
  return known.test(text)
}

/** Go counts bytes where it says characters. */
export const byteLength = (text: string): number => Buffer.byteLength(text)

const label1123Text = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character ${patternHint(label1123, 'my-name', '123-abc')}`

export const isDns1123Label: NameCheck = name => [
  ...(byteLength(name) > 63 ? [tooLongText(63)] : []),
  ...(matchesWhole(label1123, name)
    ? []
    : [matchesWhole(subdomain1123, name) ? 'must not contain dots' : label1123Text]),
]

export const isDns1123Subdomain: NameCheck = checks(
  253,
  subdomain1123,
  `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character ${patternHint(subdomain1123, 'example.com')}`,
)

const subdomainWithUnderscore = '[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?(\\.[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?)*'

/** A part of a DNS search list, in which records such as `_tcp` count, too. */
export const isDns1123SubdomainWithUnderscore: NameCheck = checks(
  253,
  subdomainWithUnderscore,
  `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-', '_', or '.', and must start and end with an alphanumeric character or an underscore ${patternHint(subdomainWithUnderscore, 'example.com')}`,
)

export const isDns1035Label: NameCheck = checks(
  63,
  label1035,
  `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character ${patternHint(label1035, 'my-name', 'abc-123')}`,
)

/** A wildcard host such as `*.example.com`. */
export const isWildcardDns1123Subdomain: NameCheck = checks(
  253,
  `\\*\\.${subdomain1123}`,
  `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character ${patternHint(`\\*\\.${subdomain1123}`, '*.example.com')}`,
)

/** The name of a container port (RFC 6335), which a Service may use as its targetPort. */
export const isPortName: NameCheck = name => [
  ...(byteLength(name) > 15 ? [tooLongText(15)] : []),
  ...(/^[-a-z0-9]+$/.test(name) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
  ...(/[a-z]/.test(name) ? [] : ['must contain at least one letter (a-z)']),
  ...(name.includes('--') ? ['must not contain consecutive hyphens'] : []),
  ...(/^-|-$/.test(name) ? ['must not begin or end with a hyphen'] : []),
]

/** What may be the last part of a URL path: names of roles and the like. */
export const isPathSegment: NameCheck = name => {
  if (name === '.' || name === '..') return [`may not be '${name}'`]
  return ['/', '%'].filter(part => name.includes(part)).map(part => `may not contain '${part}'`)
}
