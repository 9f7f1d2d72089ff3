import { integer } from '../../flags.ts'
import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'
import { type ListenFlags, listenFlags, portOf, serveDns } from './serve-dns.ts'

interface Flags extends ListenFlags {
  readonly port: number
}

export const serve = defineVerb({
  usage: '[--port=PORT]',
  description:
    "Answer the queries of real programs as the cluster's DNS would, until it is interrupted: from the Corefile and the " +
    'objects as they are at each query, with the internal and the external network behind them.',
  examples: '# On a port that needs no rights\nkubesim dns serve --port=5353',

  declare(command) {
    command.option('--port <port>', 'The port, for UDP and TCP; 0 takes any that is free.', integer, 5353)
    listenFlags(command)
  },

  complete(args, { port, address, realDns = false }: Flags) {
    noArguments(args)
    return { host: address, realDns, port: portOf('--port', port) }
  },

  run: serveDns,
})
