import { type Kubeconfig, simulatedServer } from '../../api/kubeconfig.ts'
import { Failure } from '../errors.ts'
import type { GlobalFlags } from '../program/global-flags.ts'
import { openKubeconfig } from './kubeconfig.ts'
import type { World } from './world.ts'

/** Where a command goes: a cluster by its name in the kubeconfig, and the namespace of its context. */
export interface Place {
  readonly cluster: string
  /** As the kubeconfig has it; undefined if it does not know the cluster. */
  readonly server: string | undefined
  readonly namespace: string
}

type Choice = Pick<GlobalFlags, 'context' | 'cluster' | 'user' | 'kubeconfig'>

/** What --context, --cluster, --user and --kubeconfig choose. What is wrong with it is thrown by the call. */
export const choosePlace = async (globals: Choice, world: World): Promise<() => Place> => {
  // Own contexts are read when they are first asked for: many a command never asks.
  if (!globals.kubeconfig) return () => placeIn(world.clusters.kubeconfig(), globals)
  try {
    const { config, path } = await openKubeconfig(globals, world)
    if (config) return () => placeIn(config, globals)
    throw new Failure(`stat ${path}: no such file or directory`)
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** The place that a kubeconfig and what was chosen in it lead to. Throws in kubectl's words. */
export const placeIn = (config: Kubeconfig, { context: wanted, cluster, user }: Choice): Place => {
  const name = wanted || config['current-context']
  const context = config.contexts.find(entry => entry.name === name)?.context
  if (!context && name) {
    const text = `context was not found for specified context: ${name}`
    throw new Failure(`Error in configuration: ${text}`, { plain: true })
  }
  if (user && !config.users.some(entry => entry.name === user)) throw new Failure(`auth info "${user}" does not exist`)
  const chosen = cluster || context?.cluster || ''
  const entry = config.clusters.find(candidate => candidate.name === chosen)
  if (cluster && !entry) throw new Failure(`no server found for cluster "${cluster}"`)
  return { cluster: chosen, server: entry?.cluster.server, namespace: context?.namespace || 'default' }
}

/** Refuses a cluster that is none of kubesim's, as kubectl refuses a server that does not answer. */
export const checkSimulated = ({ cluster, server = 'localhost:8080' }: Place, { clusters }: World): void => {
  const own = clusters.kubeconfig().clusters.find(entry => entry.name === cluster)
  if (own?.cluster.server === simulatedServer) return
  throw refuseServer(server, `cluster "${cluster}" is none of its own`)
}

/** What kubectl says of a server that is not there, and why kubesim does not ask. */
export const refuseServer = (server: string, why: string): Failure => {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  const text = `The connection to the server ${host} was refused - did you specify the right host or port?`
  return new Failure(`kubesim cannot talk to other servers yet: ${why}\n${text}`, { plain: true })
}
