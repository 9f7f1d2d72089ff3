import { resourceOf } from '../../api/lookup.ts'
import { formatApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'

/** The kinds that --prune-allowlist names (`apps/v1/Deployment`, `core/v1/Service`). */
export const parsePruneKinds = (words: readonly string[]): readonly Resource[] =>
  words.map(word => {
    const parts = word.split('/')
    if (parts.length !== 3) {
      throw new Failure(`invalid GroupVersionKind format: ${word}, please follow <group/version/kind>`)
    }
    const [first = '', version = '', kind = ''] = parts
    const apiVersion = formatApiVersion(first === 'core' ? '' : first, version)
    const resource = resourceOf({ apiVersion, kind })
    if (!resource) throw new Failure(`no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}`)
    return resource
  })

/** The kinds that --prune looks at by itself, in kubectl's order. */
export const defaultPruneKinds = (): readonly Resource[] =>
  defaults.flatMap(([apiVersion, kinds]) => kinds.flatMap(kind => resourceOf({ apiVersion, kind }) ?? []))

const defaults: readonly (readonly [apiVersion: string, kinds: readonly string[]])[] = [
  ['v1', ['ConfigMap', 'Endpoints', 'PersistentVolumeClaim', 'Pod', 'ReplicationController', 'Secret', 'Service']],
  ['batch/v1', ['Job', 'CronJob']],
  ['networking.k8s.io/v1', ['Ingress']],
  ['apps/v1', ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
  ['v1', ['Namespace', 'PersistentVolume']],
]
