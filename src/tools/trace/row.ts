/** A stage of the way: its name, and what is to be said of it. */
export interface Row {
  readonly title: string
  readonly lines: readonly string[]
}
