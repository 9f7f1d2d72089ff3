import type { Image } from './image.ts'

/** Every image that is known. What is not in it behaves as `unknown.ts` says. */
export const images: readonly Image[] = []
