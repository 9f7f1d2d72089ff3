import { unwritten } from './answer.ts'
import { pluginError } from './corefile/corefile-error.ts'
import type { Directive, ServerBlock } from './corefile/directive.ts'
import type { Handler, Middleware, Plugin, PluginContext } from './plugin.ts'

/**
 * The handlers of a block in the order of the plugin list, whatever the order of its lines; undefined if it has none.
 */
export const buildChain = (
  block: ServerBlock,
  plugins: readonly Plugin[],
  context: PluginContext,
): Handler | undefined => {
  const links: { readonly name: string; readonly middleware: Middleware }[] = []
  for (const plugin of plugins) {
    const directives = block.directives.filter(directive => directive.name === plugin.name)
    const middleware = directives.length === 0 ? undefined : setUp(plugin, directives, context)
    if (middleware) links.push({ name: plugin.name, middleware })
  }
  return links.reduceRight<Handler | undefined>(
    (next, { name, middleware }) => middleware(next ?? noNext(name)),
    undefined,
  )
}

const noNext = (name: string): Handler => {
  const failure = unwritten('SERVFAIL', `plugin/${name}: no next plugin found`)
  return () => failure
}

const setUp = (plugin: Plugin, directives: readonly Directive[], context: PluginContext): Middleware | undefined => {
  try {
    if ('setupAll' in plugin) return plugin.setupAll(directives, context)
    const [directive, second] = directives
    if (second) throw new Error('this plugin can only be used once per Server Block')
    return directive && plugin.setup(directive, context)
  } catch (error) {
    // A mistake of ours is none of the Corefile's.
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error
    throw pluginError(plugin.name, error)
  }
}
