import type { Kubeconfig } from '../api/kubeconfig.ts'
import type { LockWorld } from '../store/lock.ts'
import { StateError } from '../store/state-error.ts'
import { openStateFile } from '../store/state-file.ts'
import { writeState } from '../store/write-state.ts'
import type { Clock } from '../util/clock.ts'
import type { Files } from '../util/files.ts'
import { type Choices, type ClusterConfig, configOf } from './config.ts'
import { readKubeconfig, withCluster, withoutCluster, writeKubeconfig } from './kubeconfig.ts'
import { configOfHeader, type OpenCluster, openCluster } from './open.ts'

export interface ClustersWorld extends LockWorld {
  readonly clock: Clock
  /** Where all clusters are kept. */
  readonly home: string
  readonly manifests: string
  /** The profile of a cluster that a first command makes. */
  readonly profile?: string | undefined
}

/** The clusters of one home folder: a kubeconfig that names them, and a folder for each. */
export interface Clusters {
  readonly kubeconfigPath: string
  /** As it is on disk, or as it would be made by the first command. */
  kubeconfig(): Kubeconfig
  setKubeconfig(config: Kubeconfig): void
  /**
   * Opens the cluster of this name (a kubeconfig's cluster). It is created with the first request if it is not there.
   */
  open(name: string): OpenCluster
  /**
   * Creates a cluster, names it in the kubeconfig, and makes it the current one. Throws RangeError over a bad choice.
   */
  create(choices: Choices): Promise<ClusterConfig>
  /** How the cluster was created; undefined if it is not there yet. */
  config(name: string): ClusterConfig | undefined
  delete(name: string): void
  /** Makes the cluster as it was when it was created. */
  reset(name: string): Promise<void>
  /** Writes a copy of the cluster's state to a file. */
  save(name: string, path: string): void
  /**
   * Makes a cluster of what `save` wrote, or of a dump of a real cluster in YAML or JSON, frozen as it stood unless
   * told otherwise. Gives the kinds of a dump that had to be left out.
   */
  load(name: string, path: string, options: { readonly frozen: boolean }): Promise<readonly string[]>
}

export const createClusters = (world: ClustersWorld): Clusters => {
  const { files, home } = world
  const kubeconfigPath = `${home}/config`
  const folderOf = (name: string): string => `${home}/clusters/${name}`
  const firstConfig = (): ClusterConfig => configOf({ profile: world.profile || 'default' })

  const open = (name: string, config: () => ClusterConfig): OpenCluster =>
    openCluster({ ...world, folder: folderOf(name), config })
  const config = (name: string): ClusterConfig | undefined => {
    const file = openStateFile(files, `${folderOf(name)}/state.json`)
    file?.close()
    return file && configOfHeader(file.header)
  }
  const birth = async (created: ClusterConfig): Promise<void> => {
    files.mkdirSync(folderOf(created.context), { recursive: true })
    const cluster = open(created.context, () => created)
    await cluster.session.write(() => {})
    cluster.close()
  }

  const clusters: Clusters = {
    kubeconfigPath,
    kubeconfig: () => readKubeconfig(files, kubeconfigPath) ?? withCluster(undefined, firstConfig().context),
    setKubeconfig(next) {
      files.mkdirSync(home, { recursive: true })
      writeKubeconfig(files, kubeconfigPath, next)
    },
    open(name) {
      files.mkdirSync(folderOf(name), { recursive: true })
      // Which cluster the first command made must not depend on what later ones find in their environment.
      if (!files.existsSync(kubeconfigPath)) clusters.setKubeconfig(clusters.kubeconfig())
      return open(name, firstConfig)
    },
    async create(choices) {
      const created = configOf(choices)
      if (files.existsSync(`${folderOf(created.context)}/state.json`)) {
        throw new RangeError(`a cluster "${created.name}" exists already`)
      }
      await birth(created)
      clusters.setKubeconfig(withCluster(readKubeconfig(files, kubeconfigPath), created.context))
      return created
    },
    config,
    delete(name) {
      files.rmSync(folderOf(name), { recursive: true, force: true })
      clusters.setKubeconfig(withoutCluster(clusters.kubeconfig(), name))
    },
    async reset(name) {
      const created = config(name) ?? firstConfig()
      files.rmSync(folderOf(name), { recursive: true, force: true })
      await birth(created)
    },
    save(name, path) {
      const text = files.readFileSync(`${folderOf(name)}/state.json`)
      files.writeFileSync(path, text)
    },
    async load(name, path, { frozen }) {
      const text = files.readFileSync(path, 'utf8')
      files.mkdirSync(folderOf(name), { recursive: true })
      const target = `${folderOf(name)}/state.json`
      const { loadDump } = await import('./load-dump.ts')
      const now = world.clock.now()
      const unknown = isState(text)
        ? copyState(files, path, target)
        : loadDump(text, { files, path: target, name, frozen, now })
      clusters.setKubeconfig(withCluster(readKubeconfig(files, kubeconfigPath), name))
      return unknown
    },
  }
  return clusters
}

const isState = (text: string): boolean => text.startsWith('{"kubesim":')

/** Copies a state file after a look at whether it is one. */
const copyState = (files: Files, from: string, to: string): readonly string[] => {
  const file = openStateFile(files, from)
  if (!file) throw new StateError(`the file ${from} does not exist`)
  writeState(files, to, { header: file.header, base: file, changes: new Map() })
  file.close()
  return []
}
