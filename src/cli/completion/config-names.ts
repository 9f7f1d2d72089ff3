import type { Context } from '../verb.ts'
import { openKubeconfig } from '../world/kubeconfig.ts'
import type { Typed } from './scan.ts'
import { type Suggestion, words } from './suggestion.ts'

const lists = { context: 'contexts', cluster: 'clusters', user: 'users' } as const

/** The names of the kubeconfig's contexts, clusters or users. */
export const configNames = async (
  what: keyof typeof lists,
  { values }: Typed,
  { world }: Context,
): Promise<readonly Suggestion[]> => {
  const { config } = await openKubeconfig({ kubeconfig: values.get('kubeconfig') ?? '' }, world)
  const entries: readonly { readonly name: string }[] = config?.[lists[what]] ?? []
  return words(entries.map(({ name }) => name).toSorted())
}
