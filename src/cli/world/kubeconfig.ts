import { resolve } from 'node:path'
import type { Kubeconfig } from '../../api/kubeconfig.ts'
import { hasCode } from '../../util/files.ts'
import { goFileError } from '../../util/go-file-error.ts'
import { Failure } from '../errors.ts'
import type { GlobalFlags } from '../program/global-flags.ts'
import type { World } from './world.ts'

/** The kubeconfig of a command: that of kubesim's clusters, or the file of --kubeconfig. */
export interface KubeconfigFile {
  readonly path: string
  /** Undefined if the file is not there. */
  readonly config: Kubeconfig | undefined
  write(config: Kubeconfig): Promise<void>
}

/** Opens it. Throws what kubectl says of a file that cannot be read. */
export const openKubeconfig = async (
  { kubeconfig }: Pick<GlobalFlags, 'kubeconfig'>,
  { clusters, files, cwd }: Pick<World, 'clusters' | 'files' | 'cwd'>,
): Promise<KubeconfigFile> => {
  if (!kubeconfig) {
    const write = async (config: Kubeconfig): Promise<void> => clusters.setKubeconfig(config)
    return { path: clusters.kubeconfigPath, config: clusters.kubeconfig(), write }
  }
  const path = resolve(cwd, kubeconfig)
  return {
    path: kubeconfig,
    config: await read(kubeconfig, () => files.readFileSync(path, 'utf8')),
    async write(config) {
      const { toYaml } = await import('../../util/yaml/write.ts')
      files.writeFileSync(path, toYaml(toPrint(config)), { mode: 0o600 })
    },
  }
}

export const emptyKubeconfig: Kubeconfig = {
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [],
  users: [],
  contexts: [],
  'current-context': '',
}

/** As kubectl writes it down: lists that are empty are null, and its keys come in this order. */
export const toPrint = (config: Kubeconfig): object => ({
  kind: 'Config',
  apiVersion: 'v1',
  clusters: orNull(config.clusters),
  users: orNull(config.users),
  contexts: orNull(config.contexts),
  'current-context': config['current-context'],
})

const orNull = (entries: readonly { readonly name: string }[]): unknown =>
  entries.length > 0 ? entries.toSorted((left, right) => (left.name < right.name ? -1 : 1)) : null

const read = async (name: string, readFile: () => string): Promise<Kubeconfig | undefined> => {
  const text = textOf(name, readFile)
  if (text === undefined) return undefined
  const { readDocuments } = await import('../../util/yaml/read.ts')
  try {
    const [value] = readDocuments(text)
    if (value !== undefined && (typeof value !== 'object' || value === null)) throw new Error('it is no mapping')
    return { ...emptyKubeconfig, ...withoutNulls(value ?? {}) }
  } catch (error) {
    throw new Failure(`error loading config file "${name}": ${error instanceof Error ? error.message : String(error)}`)
  }
}

const textOf = (name: string, readFile: () => string): string | undefined => {
  try {
    return readFile()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new Failure(`error loading config file "${name}": ${goFileError(error, name)}`)
  }
}

const withoutNulls = (value: object): Partial<Kubeconfig> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
