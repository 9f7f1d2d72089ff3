/** One step of a path; a path is a list of them, applied from left to right to a list of values. */
export type PathNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'recursive' }
  | SliceNode
  | { readonly kind: 'union'; readonly paths: readonly Path[] }
  | FilterNode

export type Path = readonly PathNode[]

/** `[start:end:step]`; `[3]` has end 4 and `single`, so that `[-1]` can end at the list's end. */
export interface SliceNode {
  readonly kind: 'slice'
  readonly start: number | undefined
  readonly end: number | undefined
  readonly step: number | undefined
  readonly single: boolean
}

/** `[?(left operator right)]`; without an operator it asks whether `left` yields anything. */
export interface FilterNode {
  readonly kind: 'filter'
  readonly left: Path
  readonly operator: string | undefined
  readonly right: Path
}

/** What stands between braces, or the text between two of them (a path of one text node). */
export type Template = readonly Path[]
