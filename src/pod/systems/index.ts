import { alpine } from './alpine.ts'
import { busybox } from './busybox.ts'
import { debian } from './debian.ts'
import { distroless } from './distroless.ts'
import type { System } from './system.ts'

/** What images are made of. An image that is of none of these is of `unknown.ts`. */
export const systems: readonly System[] = [busybox, alpine, debian, distroless]
