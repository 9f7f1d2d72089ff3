import type { CredentialFlags } from './flags.ts'
import { parsePairs } from './pairs.ts'

interface Exec {
  readonly apiVersion?: string
  readonly command: string
  readonly args?: readonly string[] | null
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null
  readonly interactiveMode?: string
  readonly provideClusterInfo: boolean
}

export const isMode = (text: string): boolean => ['IfAvailable', 'Never', 'Always'].includes(text)

/** The program that gives a user's credentials after a change; without one there is nothing to change. */
export const execOf = (old: unknown, flags: CredentialFlags, given: (flag: string) => boolean): Exec | undefined => {
  const known = old as Exec | undefined
  const exec = flags.execCommand ? { ...(known ?? none), command: flags.execCommand, args: null } : known
  if (!exec) return undefined
  const { set, remove } = parsePairs(flags.execEnv, 'exec-env')
  const kept = (exec.env ?? []).filter(({ name }) => !remove.includes(name) && !Object.hasOwn(set, name))
  const env = [...kept, ...Object.entries(set).map(([name, value]) => ({ name, value }))]
  return {
    ...exec,
    ...(given('exec-api-version') && { apiVersion: flags.execApiVersion }),
    ...(flags.execArg.length > 0 && { args: flags.execArg }),
    ...(given('exec-interactive-mode') && { interactiveMode: flags.execInteractiveMode }),
    ...(given('exec-provide-cluster-info') && { provideClusterInfo: flags.execProvideClusterInfo }),
    env: env.length > 0 ? env : null,
  }
}

const none: Exec = { command: '', provideClusterInfo: false }
