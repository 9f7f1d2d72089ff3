import { firstArgument } from '../corefile/values.ts'
import { definePlugin } from '../plugin.ts'

/** The folder that relative paths begin at: here all files are keys of one ConfigMap, so it changes no answer. */
export const root = definePlugin({
  name: 'root',

  setupAll(directives) {
    directives.forEach(firstArgument)
    return undefined
  },
})
