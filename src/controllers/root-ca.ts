import type { ConfigMap, Namespace } from '../api/generated/types.ts'
import { sameJson } from '../util/same-json.ts'
import { create, defineController, type Related, update } from './controller.ts'

const name = 'kube-root-ca.crt'

const annotations = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
}

// A stand-in: nothing in the cluster speaks TLS.
const data = {
  'ca.crt': [
    '-----BEGIN CERTIFICATE-----',
    btoa('kubesim: this cluster has no certificates.'),
    '-----END CERTIFICATE-----',
    '',
  ].join('\n'),
}

/** Keeps the ConfigMap in each namespace from which its pods know whom to trust as the API server. */
export const rootCaController = defineController<Namespace>({
  name: 'root-ca-certificate-publisher',
  reconciles: 'Namespace',
  watches: { ConfigMap: (object, cluster) => ofBundle(object, cluster, undefined) },

  reconcile({ metadata }, cluster) {
    if (metadata.deletionTimestamp) return []
    const namespace = metadata.name
    const current = cluster.get<ConfigMap>('ConfigMap', namespace, name)
    if (!current) return [create({ ...bundle, metadata: { name, namespace, annotations } })]
    if (sameJson(current.data, data)) return []
    return [update({ ...current, ...bundle })]
  },
})

const bundle = { apiVersion: 'v1', kind: 'ConfigMap', data }

const ofBundle: Related = ({ metadata }, cluster) => {
  if (metadata.name !== name) return []
  const namespace = cluster.get<Namespace>('Namespace', undefined, metadata.namespace ?? '')
  return namespace ? [namespace] : []
}
