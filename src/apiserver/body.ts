import type { WriteOptions } from '../api/client.ts'
import { decode } from '../api/decode/decode.ts'
import { DecodeError } from '../api/decode/decode-error.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { resources } from '../api/resources/index.ts'
import { badRequest } from '../api/status-error.ts'

export type Warn = (text: string) => void

/** The object in a request's body, checked against the schema. Throws BadRequest in the server's words. */
export const objectOf = (
  resource: Resource,
  body: unknown,
  { fieldValidation = 'Warn', duplicates }: WriteOptions,
  warn: Warn,
): KubeObject => {
  const { group, version, kind } = resource
  const given = body ?? {}
  checkKind(resource, given)
  try {
    const { object, warnings } = decode({ group, version, kind }, given, fieldValidation, duplicates)
    warnings.forEach(warn)
    return { ...object, metadata: object.metadata ?? { name: '' } }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${error.message}`)
  }
}

const checkKind = ({ group, version, kind }: Resource, body: object): void => {
  const { apiVersion, kind: givenKind } = body as Partial<KubeObject>
  const expected = formatApiVersion(group, version)
  if (!givenKind || !apiVersion || (givenKind === kind && apiVersion === expected)) return
  const fault = kindFault({ apiVersion, kind: givenKind }, { group, kind })
  if (fault)
    throw badRequest(`${givenKind} in version "${versionOf(apiVersion)}" cannot be handled as a ${kind}: ${fault}`)
  throw badRequest(`the API version in the data (${apiVersion}) does not match the expected API version (${expected})`)
}

interface GivenKind {
  readonly apiVersion: string
  readonly kind: string
}

/** Why an object of one kind is not one of another; undefined if only the version is another. */
export const kindFault = (
  { apiVersion, kind }: GivenKind,
  wanted: { readonly group: string; readonly kind: string },
): string | undefined => {
  if (!isRegistered({ apiVersion, kind })) return notRegistered(apiVersion, kind)
  if (kind === wanted.kind) return undefined
  // Groups are packages of the server's code: their first word.
  const { version, packageName } = { version: versionOf(apiVersion), packageName: wanted.group.split('.')[0] || 'core' }
  return `converting (${version}.${kind}) to (${packageName}.${wanted.kind}): unknown conversion`
}

export const notRegistered = (apiVersion: string, kind: string): string =>
  `no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/api/legacyscheme/scheme.go:30"`

const versionOf = (apiVersion: string): string => apiVersion.slice(apiVersion.indexOf('/') + 1)

// Versions that the server reads and no longer serves.
const formerVersions: Readonly<Record<string, readonly string[]>> = {
  'apps/v1beta1': ['ControllerRevision', 'Deployment', 'StatefulSet'],
  'apps/v1beta2': ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'batch/v1beta1': ['CronJob'],
  'discovery.k8s.io/v1beta1': ['EndpointSlice'],
  'extensions/v1beta1': ['DaemonSet', 'Deployment', 'Ingress', 'NetworkPolicy', 'ReplicaSet'],
  'networking.k8s.io/v1beta1': ['Ingress', 'IngressClass', 'IPAddress', 'ServiceCIDR'],
  'policy/v1beta1': ['PodDisruptionBudget'],
}

const isRegistered = ({ apiVersion, kind }: GivenKind): boolean =>
  formerVersions[apiVersion]?.includes(kind) === true ||
  resources.some(
    resource =>
      formatApiVersion(resource.group, resource.version) === apiVersion &&
      (resource.kind === kind || `${resource.kind}List` === kind),
  )
