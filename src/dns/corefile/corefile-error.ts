/** Where in a Corefile something stands. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** A Corefile that does not work, in CoreDNS's words: `Corefile:5 - Error during parsing: Unknown directive 'foo'`. */
export class CorefileError extends Error {
  override readonly name = 'CorefileError'

  constructor(place: Place, message: string, kind = 'Error during parsing') {
    super(`${place.file}:${place.line} - ${kind}: ${message}`)
  }
}

/** The plugin's name goes in front, as CoreDNS does for what a plugin's own set-up finds. */
export const pluginError = (plugin: string, error: Error): Error =>
  Object.assign(new Error(`plugin/${plugin}: ${error.message}`), { name: 'CorefileError' })

export const syntaxError = (place: Place, expected: string, found: string): CorefileError =>
  new CorefileError(place, `Unexpected token '${found}', expecting '${expected}'`, 'Syntax error')

/** Too many or too few arguments. */
export const argumentError = (place: Place & { readonly lastWord: string }): CorefileError =>
  new CorefileError(place, `Wrong argument count or unexpected line ending after '${place.lastWord}'`)
