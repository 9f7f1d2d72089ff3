import { definePlugin, type Plugin } from '../plugin.ts'

// They change how a server runs or is watched, none of the answers.
const silent = [
  ...['metadata', 'cancel', 'timeouts', 'multisocket', 'debug', 'trace', 'pprof', 'dnstap', 'tls'],
  ...['quic', 'grpc_server', 'https', 'https3', 'proxyproto'],
]

const unsupported = [
  ...['geoip', 'shed', 'tsig', 'dnssec', 'route53', 'azure'],
  ...['clouddns', 'auto', 'secondary', 'etcd', 'grpc', 'erratic', 'on', 'sign', 'view', 'nomad'],
]

/** The directives of CoreDNS that have no file of their own: taken without effect, or refused with a clear word. */
export const others: readonly Plugin[] = [
  ...silent.map(name => definePlugin({ name, setupAll: () => undefined })),
  ...unsupported.map(name =>
    definePlugin({
      name,
      setupAll() {
        throw new Error('this plugin of CoreDNS is not simulated')
      },
    }),
  ),
]
