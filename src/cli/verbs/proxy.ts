import { resolve } from 'node:path'
import { duration, integer } from '../flags.ts'
import { hostPort } from '../port-forward/addresses.ts'
import { type FilterFlags, filtered } from '../proxy/filter.ts'
import { listenFailure } from '../proxy/listen-failure.ts'
import { type RouteFlags, routed } from '../proxy/routes.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'
import type { HttpPlace } from '../world/world.ts'

interface ProxyFlags extends FilterFlags, RouteFlags {
  readonly port: number
  readonly address: string
  readonly unixSocket: string
  readonly disableFilter: boolean
  readonly keepalive: number
}

export const proxy = defineVerb({
  usage: '[--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]',
  description: `Serves the Kubernetes API on a port of this machine until it is interrupted, without asking who comes. What other commands do meanwhile is seen through it, and what is done through it by them.

Services and pods are reached behind it, too: /api/v1/namespaces/NAMESPACE/services/NAME/proxy/`,
  examples: `# Serve the API at port 8001
kubectl proxy

# At any free port
kubectl proxy --port=0

# Files of a folder beside the API
kubectl proxy --www=/my/files --www-prefix=/static/

# The API below a path of its own
kubectl proxy --api-prefix=/k8s-api`,

  declare(command) {
    command.option('-p, --port <port>', 'The port; 0 is any that is free.', integer, 8001)
    command.option('--address <address>', 'The address to serve on.', '127.0.0.1')
    command.option('-w, --www <folder>', 'A folder with files to serve, too.', '')
    command.option('-P, --www-prefix <path>', 'The path of these files.', '/static/')
    command.option('--api-prefix <path>', 'The path of the API.', '/')
    command.option('--accept-paths <pattern>', 'Paths to accept.', '^.*')
    command.option('--reject-paths <pattern>', 'Paths to refuse.', '^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach')
    command.option('--accept-hosts <pattern>', 'Hosts to accept.', '^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$')
    command.option('--reject-methods <pattern>', 'Methods to refuse.', '^$')
    command.option('--disable-filter', 'Refuse nothing.', false)
    command.option('-u, --unix-socket <path>', 'A socket to serve on instead of a port.', '')
    command.option('--keepalive <time>', 'How long to keep idle connections.', duration, 0)
    command.option('--append-server-path', "Put the server's own path before all paths.", false)
  },

  complete(_, flags: ProxyFlags) {
    if (flags.port !== 8001 && flags.unixSocket) {
      throw new Failure('cannot set --unix-socket and --port at the same time')
    }
    return flags
  },

  async run(flags, context) {
    const { world, io } = context
    const { address: host, port, unixSocket, keepalive } = flags
    const routes = routed(flags, { ...world, api: await world.openRest(context.cluster) })
    const handler = flags.disableFilter ? routes : filtered(flags, routes)
    if (flags.disableFilter && !unixSocket) io.err.write(unprotected(context))
    const place: HttpPlace = unixSocket ? { path: resolve(world.cwd, unixSocket) } : { host, port }
    const listener = await world.serveHttp({ place, keepAlive: keepalive }, handler).catch(error => {
      throw listenFailure(error, unixSocket || hostPort(host, port), unixSocket ? 'unix' : 'tcp')
    })
    io.out.write(`Starting to serve on ${unixSocket || hostPort(host, listener.port)}\n`)
    await world.interrupted()
    listener.close()
  },
})

// A line of kubectl's logger.
const unprotected = ({ world }: Context): string => {
  const [date = '', time = ''] = new Date(world.clock.now()).toISOString().split('T')
  const head = `W${date.slice(5).replace('-', '')} ${time.replace('Z', '')}000       1 proxy.go:177]`
  return `${head} Request filter disabled, your proxy is vulnerable to XSRF attacks, please be cautious\n`
}
