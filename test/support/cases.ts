import { readFileSync } from 'node:fs'
import { toGoJson } from '../../src/util/go-json.ts'
import { isMap } from '../../src/util/go-value.ts'
import { parseJson } from '../../src/util/json-number.ts'

const folder = new URL('../cases/', import.meta.url)

/** The rows of a file of recorded cases, their numbers kept as Go decodes them. */
export const readCases = <T>(file: string): T[] => parseJson(readFileSync(new URL(file, folder), 'utf8')) as T[]

/**
 * A document of recorded cases, its numbers kept as Go decodes them. A List was recorded from a server, which had
 * written it anew: there a `10.0` has become `10`.
 */
export const readDocument = (file: string): unknown => {
  const document = parseJson(readFileSync(new URL(`docs/${file}`, folder), 'utf8'))
  return isMap(document) && document.kind === 'List' ? parseJson(toGoJson(document)) : document
}
