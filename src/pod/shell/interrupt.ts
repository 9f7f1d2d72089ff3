/** Somebody's wish that what runs should stop: Ctrl-C. */
export interface Interrupt {
  readonly isRaised: boolean
  raise(): void
  clear(): void
}

export const createInterrupt = (): Interrupt => {
  let isRaised = false
  return {
    get isRaised() {
      return isRaised
    },
    raise() {
      isRaised = true
    },
    clear() {
      isRaised = false
    },
  }
}
