import { YamlError } from './error.ts'

/**
 * Cuts a stream at its `---` lines, as kubectl does before it looks at the YAML. A first `---` stays with its document,
 * so that lines count from there. Throws a YamlError for text behind the dashes.
 */
export function* splitDocuments(stream: string): Generator<string> {
  let from = 0
  for (let at = 0; at < stream.length; ) {
    const end = stream.indexOf('\n', at) + 1 || stream.length
    if (stream.startsWith('---', at)) {
      checkSeparator(stream.slice(at + 3, end).trim())
      if (at > from) {
        yield stream.slice(from, at)
        from = end
      }
    }
    at = end
  }
  if (from < stream.length) yield stream.slice(from)
}

const checkSeparator = (rest: string): void => {
  if (rest !== '' && !rest.startsWith('#')) throw new YamlError(`invalid Yaml document separator: ${rest}`)
}
