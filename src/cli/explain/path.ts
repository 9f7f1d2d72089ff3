import type { Resource } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import type { Path } from '../../printers/jsonpath/nodes.ts'
import { parseTemplate } from '../../printers/jsonpath/parser.ts'
import { findResource } from '../selection/resource-types.ts'
import { Failure } from '../verb.ts'

interface Explained {
  readonly resource: Resource
  readonly fields: readonly string[]
}

/**
 * What `pods.spec.containers` is about: a kind, perhaps with its group (`deployments.apps.spec`), and a path in it.
 * As kubectl does it: the text is a JSONPath, and the group counts where the plural stands in front.
 */
export const readExplained = (text: string, apiVersion: string): Explained => {
  const [first, ...rest] = pathIn(text)
  if (first?.kind !== 'field') throw notAField('first node')
  const named = findResource(first.name)
  if (!named) throw new Failure(`the server doesn't have a resource type "${first.name}"`, { plain: true })
  if (apiVersion) return { resource: named, fields: fieldNames(rest, 'all nodes') }
  const resource = resources.find(other => other.plural === named.plural && text.startsWith(nameWithGroup(other)))
  if (!resource) return { resource: named, fields: fieldNames(rest, 'first node') }
  const suffix = text.slice(nameWithGroup(resource).length)
  return { resource, fields: suffix === '' ? [] : fieldNames(pathIn(suffix).slice(1), 'first node') }
}

const pathIn = (text: string): Path => {
  const [path, ...others] = parseTemplate(`{.${text.replace(/\.$/, '')}}`)
  if (!path || others.length > 0) throw new Failure('must pass in 1 jsonpath string')
  return path
}

const nameWithGroup = ({ plural, group }: Resource): string => (group ? `${plural}.${group}` : plural)

const fieldNames = (path: Path, whose: string): readonly string[] =>
  path.map(node => {
    if (node.kind !== 'field') throw notAField(whose)
    return node.name
  })

const notAField = (which: string): Failure =>
  new Failure(`invalid jsonpath syntax, ${which} must be field node${which === 'all nodes' ? 's' : ''}`)
