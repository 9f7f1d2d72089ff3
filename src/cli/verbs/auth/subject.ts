import { findResource } from '../../selection/resource-types.ts'

interface Subject {
  readonly group: string
  readonly resource: string
  readonly namespaced: boolean
}

/** The kind that a word means; of a word that means none the word itself, with a warning. */
export const subjectOf = (word: string, warn: (text: string) => void): Subject => {
  const found = word === '*' ? undefined : findResource(word.toLowerCase())
  if (found) return { group: found.group, resource: found.plural, namespaced: found.namespaced }
  if (word !== '*' && !unlisted.includes(word)) {
    const [name = '', ...group] = word.toLowerCase().split('.')
    const where = group.length > 0 ? ` in group '${group.join('.')}'` : ''
    warn(`the server doesn't have a resource type '${name}'${where}`)
  }
  return { group: '', resource: word, namespaced: true }
}

// What can be impersonated is no kind of the API.
const unlisted = ['users', 'groups']

export const isKnownVerb = (verb: string, of: 'resource' | 'path'): boolean => known[of].includes(verb)

const known = {
  resource: [
    ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
    ...['use', 'bind', 'impersonate', '*', 'approve', 'sign', 'escalate', 'attest'],
  ],
  path: ['get', 'put', 'post', 'head', 'options', 'delete', 'patch', '*'],
}
