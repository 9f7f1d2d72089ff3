import type { Resource } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import { Failure } from '../errors.ts'
import { preferredResources } from './discovery.ts'

/** The kind that a word on the command line means; throws where the API has none. */
export const resourceNamed = (word: string): Resource => {
  const found = findResource(word)
  if (!found) throw new Failure(`the server doesn't have a resource type "${word.split('.')[0]}"`)
  return found
}

/** The same, where kubectl's mapper itself is asked: it says so without `error:`, and names the group. */
export const mappedResource = (word: string): Resource => {
  const found = findResource(word)
  if (found) return found
  const [type = '', ...group] = word.split('.')
  const inGroupText = group.length > 0 ? ` in group "${group.join('.')}"` : ''
  throw new Failure(`the server doesn't have a resource type "${type}"${inGroupText}`, { plain: true })
}

/**
 * The kind that a word means: `services`, `Service`, `svc`, `deploy.apps`, `deployments.v1.apps`, `svc.v1.`.
 * Capitals do not matter in whole names, short names have none. Of a group its beginning is enough.
 */
export const findResource = (word: string): Resource | undefined => {
  const [name = '', version, group] = splitWord(word)
  if (group !== undefined) {
    const exact = matching(name, group).find(resource => resource.version === version)
    if (exact) return exact
  }
  const dot = word.indexOf('.')
  return dot < 0 ? matching(word, '')[0] : matching(word.slice(0, dot), word.slice(dot + 1))[0]
}

/** The kinds that a word stands for as a category (`all`); none if it is no category. */
export const resourcesOfCategory = (word: string): readonly Resource[] =>
  preferredResources(resources).filter(({ categories }) => categories.includes(word))

const splitWord = (word: string): string[] => {
  const [name = '', version, ...group] = word.split('.')
  return version === undefined || group.length === 0 ? [name] : [name, version, group.join('.')]
}

const matching = (name: string, group: string): readonly Resource[] => {
  const lower = name.toLowerCase()
  const byName = resources.filter(({ plural, singular }) => plural === lower || singular === lower)
  return inGroup(byName.length > 0 ? byName : resources.filter(({ shortNames }) => shortNames.includes(name)), group)
}

const inGroup = (found: readonly Resource[], group: string): readonly Resource[] => {
  if (group === '') return found
  const exact = found.filter(resource => resource.group === group)
  return exact.length > 0 ? exact : found.filter(resource => resource.group.startsWith(group))
}
