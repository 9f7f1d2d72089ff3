import type { Command } from 'commander'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { defineResource, type Resource } from '../../api/resource.ts'

export interface SubresourceFlags {
  readonly subresource: string
}

/** Adds `--subresource`. */
export const declareSubresource = (command: Command): Command =>
  command.option('--subresource <name>', 'Work on this part of the object: status, scale …', '')

/** The kind to print an object under: of a part (`scale`) it is not the kind that was asked for. */
export const printedAs = (object: KubeObject, resource: Resource): Resource => {
  const { group, version } = parseApiVersion(object.apiVersion)
  if (object.kind === resource.kind && group === resource.group) return resource
  return unknownResource({ group, version, kind: object.kind })
}

/** A stand-in for a kind that the API does not serve. */
export const unknownResource = ({ group, version, kind }: Pick<Resource, 'group' | 'version' | 'kind'>): Resource =>
  defineResource({ group, version, kind, plural: `${kind.toLowerCase()}s`, namespaced: true })
