import type { Container, Pod, ServiceAccount, Volume } from '../../generated/types.ts'
import { randomSuffix } from '../../random-suffix.ts'
import type { WriteContext } from '../../resource.ts'
import { forbidden } from '../../status-error.ts'

const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount'
const volumePrefix = 'kube-api-access-'

/**
 * Gives a pod its account, and the account's token to all its containers. Throws Forbidden if there is no such account.
 */
export const admitServiceAccount = (pod: Pod, context: WriteContext): Pod => {
  const name = pod.spec.serviceAccountName || 'default'
  const account = accountOf(pod, name, context)
  const { imagePullSecrets = account.imagePullSecrets } = pod.spec
  const spec = {
    ...pod.spec,
    serviceAccountName: name,
    serviceAccount: name,
    ...(imagePullSecrets?.length ? { imagePullSecrets } : {}),
  }
  const mounts = spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true
  return mounts ? withToken({ ...pod, spec }, context) : { ...pod, spec }
}

const accountOf = ({ metadata }: Pod, name: string, { cluster }: WriteContext): ServiceAccount => {
  const account = cluster.get<ServiceAccount>('ServiceAccount', metadata.namespace, name)
  if (account) return account
  const why = `error looking up service account ${metadata.namespace}/${name}: serviceaccount "${name}" not found`
  throw forbidden({ group: '', resource: 'pods' }, metadata.name, why)
}

const withToken = (pod: Pod, { random }: WriteContext): Pod => {
  const { containers, initContainers, volumes = [] } = pod.spec
  const all = [...containers, ...(initContainers ?? [])]
  if (all.every(isMounted)) return pod
  const known = volumes.find(({ name }) => name.startsWith(volumePrefix))
  const name = known?.name ?? volumePrefix + randomSuffix(random)
  const mount = <T extends Container>(container: T): T => withMount(container, name)
  return {
    ...pod,
    spec: {
      ...pod.spec,
      containers: containers.map(mount),
      ...(initContainers ? { initContainers: initContainers.map(mount) } : {}),
      volumes: known ? volumes : [...volumes, tokenVolume(name)],
    },
  }
}

const isMounted = ({ volumeMounts = [] }: Container): boolean =>
  volumeMounts.some(({ mountPath }) => mountPath === tokenPath)

const withMount = <T extends Container>(container: T, name: string): T =>
  isMounted(container)
    ? container
    : {
        ...container,
        volumeMounts: [...(container.volumeMounts ?? []), { name, readOnly: true, mountPath: tokenPath }],
      }

const tokenVolume = (name: string): Volume => ({
  name,
  projected: {
    sources: [
      // Seven seconds more than an hour tell it from tokens that people ask for.
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      {
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
        },
      },
    ],
    defaultMode: 420,
  },
})
