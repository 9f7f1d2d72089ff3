import { integer } from '../flags.ts'
import { noArguments } from '../no-arguments.ts'
import { defineVerb, UsageError } from '../verb.ts'
import { type ListenFlags, listenFlags, portOf, serveDns } from './dns/serve-dns.ts'

interface Flags extends ListenFlags {
  readonly dnsPort?: number
}

export const serve = defineVerb({
  usage: '--dns-port=PORT',
  description: 'Serve the cluster to programs of this machine, until it is interrupted: its DNS on UDP and TCP.',
  examples: '# Names of the cluster for the real dig\nkubesim serve --dns-port=5353',

  declare(command) {
    command.option('--dns-port <port>', 'The port of the DNS, for UDP and TCP; 0 takes any that is free.', integer)
    listenFlags(command)
  },

  complete(args, { dnsPort, address, realDns = false }: Flags) {
    noArguments(args)
    if (dnsPort === undefined) throw new UsageError('the API cannot be served yet: give --dns-port to serve the DNS')
    return { host: address, realDns, port: portOf('--dns-port', dnsPort) }
  },

  run: serveDns,
})
