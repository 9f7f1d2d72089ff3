import { argumentError, definePlugin, lastWord } from '../plugin.ts'

/** Tells a server which addresses to listen on. In memory there is nothing to listen on, so it changes no answer. */
export const bind = definePlugin({
  name: 'bind',

  setupAll(directives) {
    const empty = directives.find(({ args, body }) => args.length === 0 && body.length === 0)
    if (empty) throw argumentError({ ...empty, lastWord: lastWord(empty) })
    return undefined
  },
})
