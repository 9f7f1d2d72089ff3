import type { Kubeconfig } from '../../../api/kubeconfig.ts'
import type { Context } from '../../verb.ts'
import { startingConfig } from './starting-config.ts'

/** Prints the names of one of the kubeconfig's lists. */
export const listNames = async (list: 'clusters' | 'users', context: Context): Promise<void> => {
  const { config } = await startingConfig(context)
  const names = config[list].map(({ name }: Kubeconfig['users'][number] | Kubeconfig['clusters'][number]) => name)
  context.io.out.write(['NAME', ...names.toSorted()].map(line => `${line}\n`).join(''))
}
