import type { Kubeconfig } from '../../../api/kubeconfig.ts'
import type { Context } from '../../verb.ts'
import { emptyKubeconfig, openKubeconfig } from '../../world/kubeconfig.ts'

export interface StartingConfig {
  /** As messages name the file. */
  readonly path: string
  readonly config: Kubeconfig
  write(config: Kubeconfig): Promise<void>
}

/** What a change of the kubeconfig begins with: a file that is not there yet is an empty one. */
export const startingConfig = async ({ globals, world }: Context): Promise<StartingConfig> => {
  const { path, config = emptyKubeconfig, write } = await openKubeconfig(globals, world)
  return { path, config, write }
}
