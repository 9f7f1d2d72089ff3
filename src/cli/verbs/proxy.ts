import { duration, integer } from '../flags.ts'
import { defineVerb, Failure } from '../verb.ts'

interface ProxyFlags {
  readonly port: number
  readonly unixSocket: string
}

export const proxy = defineVerb({
  usage: '[--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]',
  description: 'Serves the Kubernetes API on a port of this machine. kubesim cannot do that yet.',

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

  complete(_, { port, unixSocket }: ProxyFlags) {
    if (port !== 8001 && unixSocket) throw new Failure('cannot set --unix-socket and --port at the same time')
  },

  async run() {
    throw new Failure('kubesim does not serve the Kubernetes API yet: proxy has nothing to pass requests on to')
  },
})
