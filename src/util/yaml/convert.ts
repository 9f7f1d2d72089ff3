import { isAlias, isMap, isScalar, isSeq, type Pair } from 'yaml'
import { YamlError } from './error.ts'
import { keyText } from './key-text.ts'
import { scalarValue } from './scalar-value.ts'

/**
 * The JSON value of a parsed document, as sigs.k8s.io/yaml converts it: `<<` merges, keys of any scalar turned into
 * strings, the last of equal keys wins. Throws a YamlError for what JSON cannot hold.
 */
export const toJsonValue = (contents: unknown): unknown =>
  readNode(contents, { anchors: new Map(), open: new Set(), nodes: 0, aliased: 0, depth: 0 })

interface Reader {
  readonly anchors: Map<string, unknown>
  readonly open: Set<unknown>
  nodes: number
  aliased: number
  depth: number
}

const readNode = (node: unknown, reader: Reader): unknown => {
  countNode(reader)
  if (isAlias(node)) return aliasValue(node.source, reader)
  const anchor = anchorOf(node)
  if (anchor !== undefined) reader.anchors.set(anchor, node)
  if (isScalar(node)) return finite(scalarValue(node))
  if (!isMap(node) && !isSeq(node)) return null
  if (reader.open.has(node)) throw new YamlError(`yaml: anchor '${anchor}' value contains itself`)
  reader.open.add(node)
  const value = isMap(node) ? mapValue(node.items, reader) : node.items.map(item => readNode(item, reader))
  reader.open.delete(node)
  return value
}

const anchorOf = (node: unknown): string | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined

const aliasValue = (name: string, reader: Reader): unknown => {
  if (!reader.anchors.has(name)) throw new YamlError(`yaml: unknown anchor '${name}' referenced`)
  reader.depth++
  const value = readNode(reader.anchors.get(name), reader)
  reader.depth--
  return value
}

// go-yaml's guard against texts that grow without end through their aliases.
const countNode = (reader: Reader): void => {
  reader.nodes++
  if (reader.depth > 0) reader.aliased++
  if (reader.aliased <= 100 || reader.nodes <= 1000) return
  const scale = Math.min(1, Math.max(0, (reader.nodes - 400_000) / 3_600_000))
  if (reader.aliased / reader.nodes > 0.99 - 0.89 * scale)
    throw new YamlError('yaml: document contains excessive aliasing')
}

const finite = (value: unknown): unknown => {
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  throw new YamlError(`json: unsupported value: ${name}`)
}

const mapValue = (pairs: readonly Pair<unknown, unknown>[], reader: Reader): Record<string, unknown> => {
  const entries = new Map<string, unknown>()
  for (const { key, value } of pairs) {
    if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') merge(entries, value, reader)
    else {
      const name = isScalar(key) ? keyText(scalarKey(key, reader)) : keyText(readNode(key, reader))
      entries.set(name, readNode(value, reader))
    }
  }
  return Object.fromEntries(entries)
}

const scalarKey = (key: Parameters<typeof scalarValue>[0], reader: Reader): unknown => {
  if (key.anchor !== undefined) reader.anchors.set(key.anchor, key)
  return scalarValue(key)
}

// What is merged overwrites the keys before it, as in go-yaml v2; of several maps the first wins.
const merge = (entries: Map<string, unknown>, source: unknown, reader: Reader): void => {
  const merged = readNode(source, reader)
  const maps = Array.isArray(merged) ? merged.toReversed() : [merged]
  for (const map of maps) {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) {
      throw new YamlError('yaml: map merge requires map or sequence of maps as the value')
    }
    for (const [key, value] of Object.entries(map)) entries.set(key, value)
  }
}
