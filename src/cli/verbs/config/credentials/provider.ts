import { omit } from '../../../../util/omit.ts'
import type { CredentialFlags } from './flags.ts'
import { parsePairs } from './pairs.ts'

interface Provider {
  readonly name: string
  readonly config?: Readonly<Record<string, string>> | null
}

/** The authentication provider of a user after a change; without one there is nothing to change. */
export const providerOf = (
  old: unknown,
  { authProvider, authProviderArg }: Pick<CredentialFlags, 'authProvider' | 'authProviderArg'>,
): Provider | undefined => {
  const { set, remove } = parsePairs(authProviderArg, 'auth-provider-arg')
  const known = old as Provider | undefined
  const provider = authProvider && known?.name !== authProvider ? { name: authProvider } : known
  if (!provider) return undefined
  const config = omit(provider.config ?? {}, ...remove)
  return { name: provider.name, config: { ...config, ...set } }
}
