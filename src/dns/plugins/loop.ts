import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** Looks for a query of its own that comes back: here no forward can lead a server to itself. It changes no answer. */
export const loop = definePlugin({
  name: 'loop',
  setup: directive => accept(directive, { most: 0 }),
})
