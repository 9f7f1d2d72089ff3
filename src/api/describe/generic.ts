import { compareBytes } from '../../util/compare.ts'
import type { KubeObject } from '../meta.ts'
import type { DescribeContext } from '../resource.ts'
import { eventLines } from './events.ts'
import { annotationLines, labelLines } from './labels.ts'

/** The description of a kind that has none of its own: its fields as they are. */
export const describeGeneric = async (object: KubeObject, context: DescribeContext): Promise<readonly string[]> => [
  `Name:\t${object.metadata.name}`,
  `Namespace:\t${object.metadata.namespace ?? ''}`,
  ...labelLines('Labels', object.metadata.labels),
  ...annotationLines(object.metadata.annotations),
  ...fieldLines(object, '', ''),
  ...(await eventLines(object, context)),
]

const said = new Set(['managedFields', 'name', 'namespace', 'labels', 'annotations'].map(field => `.metadata.${field}`))

const fieldLines = (content: object, path: string, margin: string): readonly string[] =>
  Object.entries(content)
    .filter(([field, value]) => value !== undefined && !said.has(`${path}.${field}`))
    .toSorted(([left], [right]) => compareBytes(left, right))
    .flatMap(([field, value]) => valueLines(field, value, { path: `${path}.${field}`, margin }))

const valueLines = (field: string, value: unknown, at: { path: string; margin: string }): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [`${at.margin}${labelFor(field)}:\t${plain(value)}`]
  const inner = `${at.margin}  `
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return [
    `${at.margin}${labelFor(field)}:`,
    ...items.flatMap(item =>
      typeof item === 'object' && item !== null ? fieldLines(item, at.path, inner) : [`${inner}${plain(item)}`],
    ),
  ]
}

const plain = (value: unknown): string => (value === null ? '<nil>' : String(value))

const acronyms = new Set(['API', 'URL', 'UID', 'GUID'])

/** `observedGeneration` becomes `Observed Generation`; what has other signs than letters stays as it is. */
const labelFor = (field: string): string => {
  if (/[^\p{L}-]/u.test(field)) return field
  const words = field.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|[^\p{L}]+/gu) ?? []
  return words.map(labelWord).join(' ')
}

const labelWord = (word: string): string => {
  if (acronyms.has(word.toUpperCase())) return word.toUpperCase()
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
