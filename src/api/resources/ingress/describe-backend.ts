import type { Client } from '../../client.ts'
import type { IngressBackend, IngressServiceBackend, Service } from '../../generated/types.ts'
import { StatusError } from '../../status-error.ts'
import { readyAddresses } from '../endpoint-slice/ready-addresses.ts'
import { slicesOf } from '../endpoint-slice/slices-of.ts'
import { service as serviceResource } from '../service.ts'

/** A backend and where it leads now: `web:http (10.244.1.2:8080)`. */
export const describeBackend = async (
  { service, resource }: IngressBackend,
  namespace: string | undefined,
  client: Client,
): Promise<string> => {
  if (service) return `${backendText(service)} (${await endpointsText(service, namespace, client)})`
  if (!resource) return ''
  return `APIGroup: ${resource.apiGroup ?? '<none>'}, Kind: ${resource.kind}, Name: ${resource.name}`
}

const backendText = ({ name, port }: IngressServiceBackend): string => `${name}:${port?.name || (port?.number ?? '')}`

const endpointsText = async (
  { name, port }: IngressServiceBackend,
  namespace: string | undefined,
  client: Client,
): Promise<string> => {
  try {
    const { spec } = (await client.get({ resource: serviceResource, namespace, name })) as Service
    const found = (spec.ports ?? []).findLast(candidate =>
      port?.number ? candidate.port === port.number : candidate.name === port?.name,
    )
    return readyAddresses(await slicesOf(client, { name, namespace }), found?.name ?? '')
  } catch (error) {
    if (error instanceof StatusError) return `<error: ${error.message}>`
    throw error
  }
}
