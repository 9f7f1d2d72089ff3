import { Failure } from '../../errors.ts'

type FieldType = 'text' | 'bool' | 'bytes'

/**
 * What a path with dots means in a kubeconfig: a field of the file, a list, an entry of a list, or a field of an entry.
 */
export type Property =
  | { readonly list: undefined; readonly field: string }
  | { readonly list: List; readonly name: undefined }
  | { readonly list: List; readonly name: string; readonly field: string | undefined; readonly type: FieldType }

export type List = keyof typeof lists

/** What an entry holds its fields in. */
export const holders = { clusters: 'cluster', users: 'user', contexts: 'context' } as const

/** Reads a path. A name may have dots in it: it goes on until a field that its entry may have. */
export const parseProperty = (path: string): Property => {
  const [first = '', ...rest] = path.split('.')
  if (topFields.includes(first)) {
    if (rest.length > 0) throw tooDeep(path)
    return { list: undefined, field: first }
  }
  if (!isList(first)) throw new Failure(`unable to parse ${path} after [] at api.Config`)
  if (rest.length === 0) return { list: first, name: undefined }
  const fields: Readonly<Record<string, FieldType>> = lists[first]
  const at = rest.slice(1).findIndex(word => Object.hasOwn(fields, word)) + 1
  if (at === 0) return { list: first, name: rest.join('.'), field: undefined, type: 'text' }
  if (rest.length > at + 1) throw tooDeep(path)
  const field = rest[at] ?? ''
  return { list: first, name: rest.slice(0, at).join('.'), field, type: fields[field] ?? 'text' }
}

const tooDeep = (path: string): Failure => new Failure(`unable to parse one or more field values of ${path}`)

const isList = (word: string): word is List => Object.hasOwn(lists, word)

const topFields = ['current-context', 'kind', 'apiVersion']

const lists = {
  clusters: {
    server: 'text',
    'tls-server-name': 'text',
    'insecure-skip-tls-verify': 'bool',
    'certificate-authority': 'text',
    'certificate-authority-data': 'bytes',
    'proxy-url': 'text',
    'disable-compression': 'bool',
  },
  users: {
    'client-certificate': 'text',
    'client-certificate-data': 'bytes',
    'client-key': 'text',
    'client-key-data': 'bytes',
    token: 'text',
    tokenFile: 'text',
    as: 'text',
    'as-uid': 'text',
    username: 'text',
    password: 'text',
  },
  contexts: { cluster: 'text', user: 'text', namespace: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldType>>>>
