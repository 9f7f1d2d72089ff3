import { compareBytes } from '../../util/compare.ts'
import type { Labels } from '../meta.ts'

/** `Labels:` and one `key=value` a line, the following ones below the first; `indent` stands before the title. */
export const labelLines = (title: string, labels: Labels | undefined, indent = ''): readonly string[] =>
  titled(
    indent + title,
    sorted(labels).map(([key, value]) => `${key}=${value}`),
  )

// The text of the last `kubectl apply` is no news to a reader.
const hidden = 'kubectl.kubernetes.io/last-applied-configuration'
const widest = 140

/** `Annotations:` and one `key: value` a line; long values and those of several lines stand below their key. */
export const annotationLines = (annotations: Labels | undefined, title = 'Annotations'): readonly string[] =>
  titled(
    title,
    sorted(annotations)
      .filter(([key]) => key !== hidden)
      .flatMap(([key, value]) => annotation(key, value.replace(/\n$/, ''))),
  )

/** A title and its values, one below the other; `<none>` if there are none. */
export const titled = (title: string, values: readonly string[]): readonly string[] => {
  const [first = '<none>', ...others] = values
  return [`${title}:\t${first}`, ...others.map(value => `\t${value}`)]
}

const sorted = (labels: Labels = {}): [string, string][] =>
  Object.entries(labels).toSorted(([left], [right]) => compareBytes(left, right))

const annotation = (key: string, value: string): string[] =>
  Buffer.byteLength(value) + Buffer.byteLength(key) + 2 > widest || value.includes('\n')
    ? [`${key}:`, ...value.split('\n').map(line => `  ${shorten(line, widest - 2)}`)]
    : [`${key}: ${value}`]

const shorten = (text: string, most: number): string => {
  const bytes = Buffer.from(text)
  return bytes.length <= most ? text : `${bytes.subarray(0, most).toString()}...`
}
