import { definePlugin } from '../plugin.ts'
import { accept } from './accepted.ts'

/** The server's /health on :8080. It changes no answer. */
export const health = definePlugin({
  name: 'health',
  setup: directive => accept(directive, { most: 1, properties: ['lameduck'] }),
})
