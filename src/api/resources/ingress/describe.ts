import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { orNone } from '../../describe/lines.ts'
import type { Ingress, IngressTLS } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { ingressAddress } from './columns.ts'
import { describeBackend } from './describe-backend.ts'

export const describe = async (ingress: Ingress, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec } = ingress
  const fallback = spec.defaultBackend
    ? await describeBackend(spec.defaultBackend, metadata.namespace, context.client)
    : '<default>'
  return [
    `Name:\t${metadata.name}`,
    ...labelLines('Labels', metadata.labels),
    `Namespace:\t${metadata.namespace}`,
    `Address:\t${ingressAddress(ingress)}`,
    `Ingress Class:\t${orNone(spec.ingressClassName)}`,
    `Default backend:\t${fallback}`,
    ...(spec.tls?.length ? ['TLS:', ...spec.tls.map(tlsLine)] : []),
    'Rules:',
    '  Host\tPath\tBackends',
    '  ----\t----\t--------',
    ...(await ruleLines(ingress, fallback, context)),
    ...annotationLines(metadata.annotations),
    ...(await eventLines(ingress, context)),
  ]
}

const tlsLine = ({ secretName, hosts = [] }: IngressTLS): string =>
  secretName ? `  ${secretName} terminates ${hosts.join(',')}` : `  SNI routes ${hosts.join(',')}`

const ruleLines = async (
  { metadata, spec }: Ingress,
  fallback: string,
  { client }: DescribeContext,
): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const { host, http } of spec.rules ?? []) {
    if (!http) continue
    lines.push(`  ${host || '*'}\t`)
    for (const { path = '', backend } of http.paths) {
      lines.push(`    \t${path} \t${await describeBackend(backend, metadata.namespace, client)}`)
    }
  }
  return lines.length > 0 ? lines : [`  *\t*\t${fallback}`]
}
