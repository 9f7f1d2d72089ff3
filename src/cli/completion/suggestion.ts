/** A word that may come next, and what it means. */
export interface Suggestion {
  readonly word: string
  readonly summary?: string | undefined
}

/** What a shell is to do with suggestions: the numbers are those of cobra's scripts. */
export const directives = {
  ShellCompDirectiveDefault: 0,
  ShellCompDirectiveNoSpace: 2,
  ShellCompDirectiveNoFileComp: 4,
} as const

export interface Completion {
  readonly suggestions: readonly Suggestion[]
  readonly directive: keyof typeof directives
}

/** Nothing but these words. */
export const only = (suggestions: readonly Suggestion[]): Completion => ({
  suggestions,
  directive: 'ShellCompDirectiveNoFileComp',
})

/** The shell knows better: names of files. */
export const filesOnly: Completion = { suggestions: [], directive: 'ShellCompDirectiveDefault' }

export const words = (list: readonly string[]): readonly Suggestion[] => list.map(word => ({ word }))
