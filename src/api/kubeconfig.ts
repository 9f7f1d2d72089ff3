/** kubectl's file of clusters and contexts, in its own form: `kubectl config view` prints it as it is. */
export interface Kubeconfig {
  readonly apiVersion: 'v1'
  readonly kind: 'Config'
  readonly clusters: readonly NamedCluster[]
  readonly users: readonly NamedUser[]
  readonly contexts: readonly NamedContext[]
  readonly 'current-context': string
  readonly preferences?: object
}

export interface NamedCluster {
  readonly name: string
  readonly cluster: { readonly server?: string | undefined; readonly [field: string]: unknown }
}

export interface NamedUser {
  readonly name: string
  readonly user: { readonly [field: string]: unknown }
}

export interface NamedContext {
  readonly name: string
  readonly context: { readonly cluster: string; readonly user: string; readonly namespace?: string | undefined }
}

/** Where a simulated cluster says that it is. */
export const simulatedServer = 'https://127.0.0.1:6443'
