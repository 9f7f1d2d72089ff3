import { type Kubeconfig, simulatedServer } from '../api/kubeconfig.ts'
import { type Files, hasCode } from '../util/files.ts'

/** The kubeconfig that a cluster of this name stands in: one context, its cluster, its user. */
export const withCluster = (config: Kubeconfig | undefined, name: string): Kubeconfig => {
  const others = <T extends { name: string }>(entries: readonly T[] | undefined): readonly T[] =>
    (entries ?? []).filter(entry => entry.name !== name)
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [...others(config?.clusters), { name, cluster: { server: simulatedServer } }],
    users: [...others(config?.users), { name, user: {} }],
    contexts: [...others(config?.contexts), { name, context: { cluster: name, user: name } }],
    'current-context': name,
  }
}

/** Takes a cluster out, with its user and the contexts that name it; another context becomes the current one. */
export const withoutCluster = (config: Kubeconfig, name: string): Kubeconfig => {
  const contexts = config.contexts.filter(({ context }) => context.cluster !== name)
  const current = config['current-context']
  const kept = contexts.some(context => context.name === current)
  return {
    ...config,
    clusters: config.clusters.filter(entry => entry.name !== name),
    users: config.users.filter(entry => entry.name !== name),
    contexts,
    'current-context': kept ? current : (contexts[0]?.name ?? ''),
  }
}

/** Reads a kubeconfig of ours; undefined if there is none. Throws an Error that names the file if it is damaged. */
export const readKubeconfig = (files: Files, path: string): Kubeconfig | undefined => {
  let text: string
  try {
    text = files.readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
  const parsed = parse(text, path)
  if (!Array.isArray(parsed.contexts) || !Array.isArray(parsed.clusters)) throw damaged(path, 'it lists no contexts')
  return parsed
}

const parse = (text: string, path: string): Kubeconfig => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
}

const damaged = (path: string, why: string): Error => new Error(`error loading config file "${path}": ${why}`)

/** Replaces the file whole: a process killed at any point leaves the old one or the new one. */
export const writeKubeconfig = (files: Files, path: string, config: Kubeconfig): void => {
  const temporary = `${path}.new`
  files.writeFileSync(temporary, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 })
  files.renameSync(temporary, path)
}
