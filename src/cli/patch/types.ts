export const patchTypes = ['json', 'merge', 'strategic'] as const

/** The kinds of patch that a user may send. */
export type PatchType = (typeof patchTypes)[number]

export const isPatchType = (text: string): text is PatchType => patchTypes.some(type => type === text)
