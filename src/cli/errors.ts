export interface FailureOptions {
  /** 1 if unset. */
  readonly code?: number | undefined
  /** Without `error: ` in front. */
  readonly plain?: boolean | undefined
  /** A line behind the message that points to the verb's help: for what was typed wrongly. */
  readonly hint?: 'examples' | 'usage' | undefined
}

/** A command that cannot go on, in kubectl's words. An empty message says nothing more and only gives the exit code. */
export class Failure extends Error {
  readonly code: number | undefined
  readonly plain: boolean
  readonly hint: FailureOptions['hint']

  constructor(message: string, { code, plain = false, hint }: FailureOptions = {}) {
    super(message)
    this.name = 'Failure'
    this.code = code
    this.plain = plain
    this.hint = hint
  }
}

/** Arguments that do not make sense; `See 'kubectl X -h' for help and examples` follows if `hint` is set. */
export class UsageError extends Failure {
  constructor(message: string, { hint = false }: { readonly hint?: boolean } = {}) {
    super(message, { hint: hint ? 'examples' : undefined })
    this.name = 'UsageError'
  }
}

/** A flag that is not there or not well-formed: `See 'kubectl X --help' for usage.` follows. */
export class FlagError extends Failure {
  constructor(message: string) {
    super(message, { hint: 'usage' })
    this.name = 'FlagError'
  }
}

/** A list in a list, which kubectl cannot take apart; it ends the reading of all files. */
export class NestedListError extends Failure {
  constructor() {
    super('*unstructured.Unstructured is not a list: no Items field in this object')
  }
}

/**
 * Nothing for nobody, the error itself if it is one, all of them (a line each) if they are several; `listed` has a
 * single one as one of several, too.
 */
export const throwAll = (errors: readonly unknown[], { listed = false } = {}): void => {
  if (errors.length === 1 && !listed) throw errors[0]
  if (errors.length > 0) throw new AggregateError(errors)
}
