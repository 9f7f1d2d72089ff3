import type { LogLine } from '../../api/behaviour.ts'
import { flagOf, integerOf } from '../options/fields.ts'

/** The lines that a query wants of a log. `now` is the cluster's time, in milliseconds. */
export const wantedLines = (lines: readonly LogLine[], query: URLSearchParams, now: number): readonly LogLine[] => {
  const seconds = integerOf(query, 'sinceSeconds')
  const time = query.get('sinceTime')
  const from = time ? Date.parse(time) : seconds === undefined ? Number.NEGATIVE_INFINITY : now - seconds * 1000
  const recent = lines.filter(line => line.time >= from)
  const tail = integerOf(query, 'tailLines') ?? recent.length
  return tail === 0 ? [] : recent.slice(-tail)
}

/** Makes text of lines, and none beyond the limit of bytes that a query sets. */
export const logWriter = (query: URLSearchParams): ((lines: readonly LogLine[]) => string) => {
  const stamps = flagOf(query, 'timestamps')
  let left = integerOf(query, 'limitBytes') ?? Number.POSITIVE_INFINITY
  return lines => {
    const text = lines.map(line => `${stamps ? `${stampOf(line)} ` : ''}${line.text}\n`).join('')
    const bytes = Buffer.from(text)
    const kept = bytes.length > left ? bytes.subarray(0, left) : bytes
    left -= kept.length
    return kept.toString()
  }
}

// Nanoseconds, as a kubelet notes them.
const stampOf = ({ time }: LogLine): string => new Date(time).toISOString().replace('Z', '000000Z')
