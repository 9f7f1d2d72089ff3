/** What is made of the cluster's state, kept while the state's revision stays; without a revision made anew each time. */
export const keptWhile = <T>(revision: (() => number) | undefined, make: () => T): (() => T) => {
  let kept: { readonly revision: number; readonly value: T } | undefined
  return () => {
    const now = revision?.()
    if (now === undefined) return make()
    if (kept?.revision !== now) kept = { revision: now, value: make() }
    return kept.value
  }
}
