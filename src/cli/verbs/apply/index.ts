import type { VerbEntry } from '../../verb.ts'

/** The verbs below `kubectl apply`, in the order of its help. */
export const applyVerbs: readonly VerbEntry[] = []
