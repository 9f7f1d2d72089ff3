import { list } from '../../../flags.ts'
import { defineGenerator } from '../../../generators/generator.ts'
import { parsePortPair } from '../../../generators/ports.ts'
import type { Verb } from '../../../verb.ts'

interface ServiceFlags {
  readonly tcp: readonly string[]
  readonly clusterip?: string
  readonly nodePort?: number
  readonly externalName?: string
}

interface ServiceGenerator extends Pick<Verb, 'usage' | 'description' | 'examples' | 'declare'> {
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName'
  check?(flags: ServiceFlags): void
}

/** One of the verbs that make a Service for the pods labelled `app=NAME`, each of them of its own type. */
export const defineServiceGenerator = ({ type, check = needsPorts, declare, ...verb }: ServiceGenerator): Verb =>
  defineGenerator({
    ...verb,
    kind: 'Service',
    failure: `failed to create ${type} service: `,
    savesNoConfig: true,
    declare(command) {
      command.option('--tcp <ports>', 'A port, or a port and the one behind it: 80, 80:8080, 80:http.', list, [])
      declare?.(command)
    },
    check,
    build({ name }, { tcp, nodePort, externalName, clusterip }: ServiceFlags) {
      const ports = tcp.map(text => servicePort(text, nodePort))
      return {
        kind: 'Service',
        apiVersion: 'v1',
        metadata: { name, labels: { app: name } },
        spec: {
          ...(ports.length > 0 ? { ports } : {}),
          selector: { app: name },
          ...(clusterip ? { clusterIP: clusterip } : {}),
          type,
          ...(externalName ? { externalName } : {}),
        },
        status: { loadBalancer: {} },
      }
    },
  })

const needsPorts = ({ tcp, clusterip }: ServiceFlags): void => {
  if (tcp.length === 0 && clusterip !== 'None') throw new Error('at least one tcp port specifier must be provided')
}

const servicePort = (text: string, nodePort = 0): object => {
  const { port, targetPort } = parsePortPair(text)
  const name = text.replaceAll(':', '-')
  return { name, protocol: 'TCP', port, targetPort, ...(nodePort === 0 ? {} : { nodePort }) }
}
