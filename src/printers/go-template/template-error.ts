/** A fault of a template or of its run, in the words of Go's text/template. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}
