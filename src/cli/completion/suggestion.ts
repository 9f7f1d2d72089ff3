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
  'ShellCompDirectiveNoSpace, ShellCompDirectiveNoFileComp': 6,
  ShellCompDirectiveFilterFileExt: 8,
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

/** Nothing but the beginnings of words. */
export const onlyBeginnings = (suggestions: readonly Suggestion[]): Completion => ({
  suggestions,
  directive: 'ShellCompDirectiveNoSpace, ShellCompDirectiveNoFileComp',
})

/** Names of files that hold manifests. */
export const manifestFiles: Completion = {
  suggestions: [{ word: 'json' }, { word: 'yaml' }, { word: 'yml' }],
  directive: 'ShellCompDirectiveFilterFileExt',
}

/** The shell knows better: names of files. */
export const filesOnly: Completion = { suggestions: [], directive: 'ShellCompDirectiveDefault' }

export const words = (list: readonly string[]): readonly Suggestion[] => list.map(word => ({ word }))
