/** How a shell is taught to complete. */
export interface Script {
  /** The shell. */
  readonly name: string
  /** The script; the first name is the program's, the others are to stand for it. */
  text(names: readonly string[]): string
}
