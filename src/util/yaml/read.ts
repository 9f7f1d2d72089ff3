import { parseDocument } from 'yaml'
import { checkSyntax } from './check/grammar.ts'
import { JsonSyntaxError, jsonEnd } from './check/json-end.ts'
import { toJsonValue } from './convert.ts'
import { YamlError } from './error.ts'
import { splitDocuments } from './split.ts'

/** All documents of a stream of YAML or JSON as JSON values, empty ones left out. Throws a YamlError. */
export const readDocuments = (stream: string): readonly unknown[] => [...iterateDocuments(stream)]

/** The documents of a stream one by one, so that those before a fault are had before it throws its YamlError. */
export function* iterateDocuments(stream: string): Generator<unknown> {
  if (/^\s*\{/.test(stream)) yield* jsonStream(stream)
  else yield* yamlStream(stream)
}

/** One YAML document as a JSON value; null where it is empty. Throws a YamlError without a `converting` prefix. */
export const parseYaml = (text: string): unknown => {
  if (notAllowed.test(text)) throw new YamlError('yaml: control characters are not allowed')
  checkSyntax(text)
  try {
    const document = parseDocument(text, {
      version: '1.1',
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    })
    const fault = document.errors.find(({ code }) => code !== 'MULTIPLE_DOCS')
    if (fault) throw new YamlError(`yaml: ${fault.message}`)
    return toJsonValue(document.contents)
  } catch (error) {
    if (error instanceof RangeError) throw new YamlError('yaml: exceeded max depth of 10000')
    throw error
  }
}

// What YAML 1.1 does not count as text.
const notAllowed = /[^\t\n\r -~\x85\xa0-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function* yamlStream(stream: string): Generator<unknown> {
  for (const text of splitDocuments(stream)) {
    const value = readYaml(text)
    if (value !== null) yield value
  }
}

const readYaml = (text: string): unknown => {
  try {
    const json = jsonDocument(text)
    return json === undefined ? parseYaml(text) : json
  } catch (error) {
    if (error instanceof YamlError) throw new YamlError(`error converting YAML to JSON: ${error.message}`)
    throw error
  }
}

// What is JSON is read as such, many times faster, if it has nothing that YAML reads in another way: tabs, escapes of
// characters, a key and its colon on two lines, numbers too large.
const jsonDocument = (text: string): unknown => {
  const body = text.replace(/^---.*\n/, '')
  if (!/^\s*\{/.test(body) || /\t|\\u|"\s*\n\s*:|[eE]\+?\d{3}/.test(body) || notAllowed.test(body)) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

// A stream that begins with a brace is JSON until it fails; with no more than one value read it may be YAML after all,
// but the fault that is told is that of the JSON.
function* jsonStream(stream: string): Generator<unknown> {
  let [at, count] = [0, 0]
  while (/\S/.test(stream.slice(at, at + 64)) || stream.slice(at).trim() !== '') {
    const next = readJson(stream, at)
    if (next instanceof YamlError) {
      if (count > 1) throw next
      return yield* jsonAsYaml(stream.slice(at).replace(/^[^\S\n]*\n?/, ''), next)
    }
    yield next.value
    at = next.end
    count++
  }
}

const readJson = (stream: string, at: number): { readonly value: unknown; readonly end: number } | YamlError => {
  try {
    const end = jsonEnd(stream, at)
    return { value: JSON.parse(stream.slice(at, end)), end }
  } catch (error) {
    if (error instanceof YamlError) return error
    if (error instanceof RangeError || error instanceof SyntaxError) return new YamlError('exceeded max depth')
    throw error
  }
}

function* jsonAsYaml(rest: string, fault: YamlError): Generator<unknown> {
  let first = true
  try {
    for (const value of yamlStream(rest)) {
      first = false
      yield value
    }
  } catch (error) {
    if (!first || !(error instanceof YamlError)) throw error
    throw fault instanceof JsonSyntaxError ? new YamlError(`json: offset ${fault.offset}: ${fault.message}`) : fault
  }
}
