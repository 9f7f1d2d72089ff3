import { answer } from '../answer.ts'
import { lower } from '../names.ts'
import { CorefileError, definePlugin, type PluginContext } from '../plugin.ts'

const longest = 255

/** Answers the questions of class CH about the server: its version, its authors, its host name. */
export const chaos = definePlugin({
  name: 'chaos',

  setup({ args, body }, context) {
    const [foreign] = body
    if (foreign) throw new CorefileError(foreign, `unknown property '${foreign.name}'`)
    const [version = 'CoreDNS-1.14.7', ...authors] = args
    const texts = textsOf({ version, authors: [...new Set(authors)].toSorted(), context })

    return next => query => {
      const { name, type, class: kind } = query.question
      const found = kind === 'CH' && type === 'TXT' ? texts(lower(name)) : undefined
      if (!found) return next(query)
      const recordOf = (text: string) => ({
        name,
        type,
        class: kind,
        ttl: 0,
        data: JSON.stringify(text.slice(0, longest)),
      })
      return answer({ answers: found.map(recordOf) })
    }
  },
})

interface Known {
  readonly version: string
  readonly authors: readonly string[]
  readonly context: PluginContext
}

const textsOf =
  ({ version, authors, context: { env } }: Known) =>
  (name: string): readonly string[] | undefined => {
    switch (name) {
      case 'version.bind.':
      case 'version.server.':
        return [version]
      case 'authors.bind.':
        return authors
      case 'hostname.bind.':
      case 'id.server.':
        return [env.hostname?.() ?? 'localhost']
    }
    return undefined
  }
