import { debian } from './debian.ts'
import { allNetwork } from './programs.ts'
import { defineSystem } from './system.ts'

/** An image that nobody knows may have anything: it has all, so that one can look around from there. */
export const unknownSystem = defineSystem({
  ...debian,
  name: 'unknown',
  images: [],
  tag: undefined,
  programs: [...debian.programs, ...allNetwork, 'ps', 'top'],
  extra: undefined,
})
