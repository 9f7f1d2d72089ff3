import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** Rereads the Corefile when it changes: whoever holds the server does so. It changes no answer. */
export const reload = definePlugin({
  name: 'reload',
  setup: directive => accept(directive, { most: 2 }),
})
