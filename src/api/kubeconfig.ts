/** kubectl's file of clusters and contexts, in its own form: `kubectl config view` prints it as it is. */
export interface Kubeconfig {
  readonly apiVersion: 'v1'
  readonly kind: 'Config'
  readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string } }[]
  readonly users: readonly { readonly name: string; readonly user: object }[]
  readonly contexts: readonly NamedContext[]
  readonly 'current-context': string
  readonly preferences?: object
}

export interface NamedContext {
  readonly name: string
  readonly context: { readonly cluster: string; readonly user: string; readonly namespace?: string | undefined }
}
