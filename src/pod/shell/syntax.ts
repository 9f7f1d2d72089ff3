import { Bash } from 'just-bash/browser'

/** The tree of a script, as the interpreter has it. */
export type Script = ReturnType<Bash['transform']>['ast']
export type Statement = Script['statements'][number]
export type Pipeline = Statement['pipelines'][number]
export type Command = Pipeline['commands'][number]
export type Redirection = Extract<Command, { type: 'SimpleCommand' }>['redirections'][number]

/** A script that is none: what is wrong with it, and whether it only ends too early. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  readonly isUnfinished: boolean

  constructor(message: string, isUnfinished: boolean) {
    super(message)
    this.isUnfinished = isUnfinished
  }
}

/** Reads a script. Throws SyntaxFault. */
export const parseScript = (text: string): Script => {
  let found: Script | undefined
  const reader = new Bash({ commands: [] })
  reader.registerTransformPlugin({
    name: 'reader',
    transform({ ast }) {
      found = ast
      // What is handed on would be written out as text, and nobody wants it.
      return { ast: { ...ast, statements: [] } }
    },
  })
  try {
    reader.transform(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new SyntaxFault(message, /unexpected EOF|got EOF/.test(message))
  }
  if (!found || endsTooEarly(text, found)) throw new SyntaxFault('unexpected end of file', true)
  const fault = found.statements.find(({ deferredError }) => deferredError)?.deferredError
  if (fault) throw new SyntaxFault(fault.message, false)
  return found
}

/** What the interpreter takes for whole and a shell does not: a last pipe, a last backslash, a document without its end. */
const endsTooEarly = (text: string, script: Script): boolean => {
  if (/(\||&&|(^|[^\\])(\\\\)*\\)\s*$/.test(text.replace(/\n+$/, ''))) return true
  return hasOpenDocument(script)
}

const hasOpenDocument = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if ('terminated' in value && value.terminated === false) return true
  return Object.values(value).some(hasOpenDocument)
}
