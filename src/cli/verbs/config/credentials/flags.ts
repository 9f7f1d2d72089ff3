/** The flags of set-credentials. */
export interface CredentialFlags {
  readonly clientCertificate: string
  readonly clientKey: string
  readonly embedCerts: boolean
  readonly token: string
  readonly username: string
  readonly password: string
  readonly authProvider: string
  readonly authProviderArg: readonly string[]
  readonly execCommand: string
  readonly execApiVersion: string
  readonly execArg: readonly string[]
  readonly execEnv: readonly string[]
  readonly execInteractiveMode: string
  readonly execProvideClusterInfo: boolean
}
