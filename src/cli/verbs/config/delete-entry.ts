import { type Context, Failure } from '../../verb.ts'
import { withoutEntry } from './entries.ts'
import { startingConfig } from './starting-config.ts'

const lists = { cluster: 'clusters', context: 'contexts', user: 'users' } as const

/** Takes an entry out of the kubeconfig and says so. Nothing else goes with it. */
export const deleteEntry = async (what: keyof typeof lists, name: string, context: Context): Promise<void> => {
  const { config, path, write } = await startingConfig(context)
  const list = lists[what]
  if (!config[list].some(entry => entry.name === name))
    throw new Failure(`cannot delete ${what} ${name}, not in ${path}`)
  if (what === 'context' && config['current-context'] === name) context.io.err.write(wasCurrent)
  await write({ ...config, [list]: withoutEntry<{ readonly name: string }>(config[list], name) })
  context.io.out.write(`deleted ${what} ${name} from ${path}\n`)
}

const wasCurrent =
  'warning: this removed your active context, use "kubectl config use-context" to select a different one\n'
