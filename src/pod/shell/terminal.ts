/** A line that was typed at a terminal, or what came instead: Ctrl-C, or the end (Ctrl-D). */
export type Typed = { readonly line: string } | 'interrupt' | 'end'

/** A terminal that somebody sits at. */
export interface Terminal {
  read(prompt: string): Promise<Typed>
  /** Has somebody called for each Ctrl-C that comes while no line is read. */
  onInterrupt(call: () => void): void
  close(): void
}
