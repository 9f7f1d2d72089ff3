/**
 * Why a path could not be followed. `values` are those that the failed step held: an existence filter does not mind
 * the error as long as there are some.
 */
export class PathError extends Error {
  readonly values: readonly unknown[]

  constructor(message: string, values: readonly unknown[]) {
    super(message)
    this.name = 'PathError'
    this.values = values
  }
}
