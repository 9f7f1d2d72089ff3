import type { Controller } from './controller.ts'

/** Every controller, in the order in which they look at a change. */
export const controllers: readonly Controller[] = []
