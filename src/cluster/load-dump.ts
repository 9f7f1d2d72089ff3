import type { KubeObject } from '../api/meta.ts'
import type { Header } from '../store/header.ts'
import { writeState } from '../store/write-state.ts'
import type { Files } from '../util/files.ts'
import { newHeader } from './bootstrap.ts'
import { type ClusterConfig, configOf } from './config.ts'
import { readDump } from './dump.ts'

/**
 * Makes a cluster of a dump of a real one, as it stood: statuses, addresses and uids kept, time frozen at the newest
 * one in the dump, controllers stopped. Gives the kinds that were left out because kubesim does not know them.
 */
export const loadDump = (
  text: string,
  { files, path, name, frozen, now }: { files: Files; path: string; name: string; frozen: boolean; now: number },
): readonly string[] => {
  const { objects, unknown, newest = now } = readDump(text)
  if (objects.size === 0) throw new Error('the file holds no objects of a cluster')
  const header: Header = {
    ...newHeader(configFor(name, [...objects.values()])),
    revision: highestRevision(objects),
    clock: frozen ? { frozenAt: newest, controllersStopped: true } : { offset: 0 },
  }
  writeState(files, path, { header, changes: new Map([...namespacesOf(objects), ...objects]) })
  return unknown
}

const configFor = (name: string, objects: readonly KubeObject[]): ClusterConfig => ({
  ...configOf({ name }),
  context: name,
  nodes: objects
    .filter(({ kind }) => kind === 'Node')
    .map(({ metadata }) => ({ name: metadata.name, address: '', controlPlane: false })),
})

/** The namespaces that objects are in, for a dump that left them out. */
const namespacesOf = (objects: ReadonlyMap<string, KubeObject>): readonly (readonly [string, unknown])[] =>
  [...new Set([...objects.values()].map(({ metadata }) => metadata.namespace ?? 'default'))].map(namespace => [
    `namespaces/${namespace}`,
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { 'kubernetes.io/metadata.name': namespace } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
  ])

const highestRevision = (objects: ReadonlyMap<string, KubeObject>): number => {
  let highest = 1
  for (const { metadata } of objects.values()) highest = Math.max(highest, Number(metadata.resourceVersion) || 0)
  return highest
}
