import type { Scalar } from 'yaml'
import { YamlError } from './error.ts'
import { type Resolved, resolvePlain } from './resolve.ts'

/** What a scalar means: quoted text is text, plain text is what YAML 1.1 makes of it, a core tag asks for its type. */
export const scalarValue = (scalar: Scalar): string | number | boolean | null => {
  const text = typeof scalar.value === 'string' ? scalar.value : ''
  const tag = /^(?:!!|tag:yaml\.org,2002:)(.*)$/.exec(scalar.tag ?? '')?.[1]
  if (tag === undefined)
    return scalar.tag === undefined && scalar.type === 'PLAIN' ? asNumber(resolvePlain(text)) : text
  if (tag === 'binary') return decodeBinary(text)
  if (!['bool', 'int', 'float', 'null', 'timestamp'].includes(tag)) return text
  const resolved = resolvePlain(text)
  if (resolved.kind === tag || (tag === 'float' && resolved.kind === 'int')) return asNumber(resolved)
  throw new YamlError(`yaml: cannot decode !!${goTag[resolved.kind]} \`${text}\` as a !!${tag}`)
}

const goTag: Readonly<Record<Resolved['kind'], string>> = {
  string: 'str',
  timestamp: 'timestamp',
  null: 'null',
  bool: 'bool',
  int: 'int',
  float: 'float',
}

// Objects are kept as plain JSON, where a bigint has no place: what does not fit is rounded as any JSON reader would.
const asNumber = ({ value }: Resolved): string | number | boolean | null =>
  typeof value === 'bigint' ? Number(value) : value

const decodeBinary = (text: string): string => {
  const base64 = text.replace(/[\r\n]/g, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
    throw new YamlError('yaml: !!binary value contains invalid base64 data')
  }
  return new TextDecoder().decode(Uint8Array.from(atob(base64), char => char.charCodeAt(0)))
}
