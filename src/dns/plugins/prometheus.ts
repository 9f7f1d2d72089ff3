import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** The server's /metrics on :9153. It changes no answer. */
export const prometheus = definePlugin({
  name: 'prometheus',
  setup: directive => accept(directive, { most: 1 }),
})
