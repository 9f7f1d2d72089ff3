import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** The server's /ready on :8181. It changes no answer. */
export const ready = definePlugin({
  name: 'ready',
  setup: directive => accept(directive, { most: 1, properties: ['monitor'] }),
})
