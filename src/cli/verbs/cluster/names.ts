import { Failure, UsageError } from '../../errors.ts'
import type { Context } from '../../verb.ts'

/** The one operand, if there is one. */
export const optionalName = ([name, ...rest]: readonly string[]): { readonly name: string | undefined } => {
  if (rest.length > 0) throw new UsageError('at most one NAME is expected', { hint: true })
  return { name }
}

export const oneOperand =
  (title: string) =>
  ([word, ...rest]: readonly string[]): { readonly word: string } => {
    if (word === undefined || rest.length > 0) throw new UsageError(`exactly one ${title} is required`, { hint: true })
    return { word }
  }

/** The cluster that a user means: by its name or its context's, the current one without a name. */
export const clusterNamed = (name: string | undefined, { world, globals }: Context): string => {
  const { clusters, contexts, 'current-context': current } = world.clusters.kubeconfig()
  const contextName = globals.context || current
  if (name === undefined) return contexts.find(entry => entry.name === contextName)?.context.cluster ?? current
  const found = clusters.find(cluster => cluster.name === name || world.clusters.describe(cluster.name)?.name === name)
  if (!found) throw new Failure(`no cluster "${name}": \`kubesim cluster list\` shows those that there are`)
  return found.name
}

/** A file that a user named, from the folder that the user is in. */
export const pathOf = (word: string, { world }: Context): string =>
  word.startsWith('/') ? word : `${world.cwd}/${word}`
