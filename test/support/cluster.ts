import fs from 'node:fs'
import type { DeleteOptions } from '../../src/api/client.ts'
import { resourceOf, resourceOfKind } from '../../src/api/lookup.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import type { ClusterView } from '../../src/api/view.ts'
import type { KnownTarget } from '../../src/apiserver/requests.ts'
import { createFor, deleteFor, patchFor } from '../../src/apiserver/writes.ts'
import { fillCluster, newHeader } from '../../src/cluster/bootstrap.ts'
import { type Choices, configOf } from '../../src/cluster/config.ts'
import { createSimulation } from '../../src/cluster/simulation.ts'
import { createStore } from '../../src/store/store.ts'
import { readDocuments } from '../../src/util/yaml/read.ts'

/** Where an object is: its kind, its name, and its namespace if that is not `default`. */
export type Place = readonly [kind: string, name: string, namespace?: string]

/** A whole cluster in memory whose time is moved on by hand. Writes throw StatusError. */
export interface TestCluster extends ClusterView {
  readonly now: number
  /** The objects of all kinds, as JSON. */
  readonly bytes: string
  create(object: object): KubeObject
  /** Creates every document of a YAML text. */
  createAll(manifest: string): void
  /** A merge patch, of a subresource if one is named. */
  patch(place: Place, body: object, subresource?: string): KubeObject
  remove(place: Place, options?: DeleteOptions): KubeObject
  /** The object of this kind and name. Throws if there is none. */
  find<T extends KubeObject>(...place: Place): T
  pass(milliseconds: number): void
}

// 2026-11-20T10:00:00Z
const start = 1_795_168_800_000

export const aCluster = (choices: Choices = {}): TestCluster => {
  const config = configOf(choices)
  const store = createStore<KubeObject>()
  const simulation = createSimulation({ store, header: newHeader(config), settings: config })
  const { server, playUntil } = simulation
  const { view } = server
  const settled = <T>(change: () => T): T => {
    try {
      return change()
    } finally {
      playUntil(server.now())
    }
  }
  playUntil(start)
  settled(() => fillCluster(server, config, { files: fs, manifests: 'manifests' }))
  const writing = { options: {}, warn: () => {} }

  const cluster: TestCluster = {
    ...view,
    get now() {
      return server.now()
    },
    get bytes() {
      return JSON.stringify([...store.changes])
    },
    create(object) {
      const body = object as KubeObject
      const resource = resourceOf(body)
      if (!resource) throw new Error(`no kind ${body.apiVersion} ${body.kind}`)
      const namespace = resource.namespaced ? (body.metadata.namespace ?? 'default') : undefined
      return settled(() => createFor(server, { target: { resource, namespace }, body, ...writing }))
    },
    createAll: manifest => {
      for (const document of readDocuments(manifest)) cluster.create(document as object)
    },
    patch: (place, body, subresource) =>
      settled(() =>
        patchFor(server, { target: { ...targetOf(place), subresource }, patch: { type: 'merge', body }, ...writing }),
      ),
    remove: (place, options = {}) =>
      settled(() => deleteFor(server, { target: targetOf(place), options, warn: () => {} })),
    find<T extends KubeObject>(...[kind, name, namespace = 'default']: Place) {
      const found = view.get<T>(kind, namespace, name)
      if (!found) throw new Error(`no ${kind} ${namespace}/${name}`)
      return found
    },
    pass: milliseconds => playUntil(server.now() + milliseconds),
  }
  return cluster
}

const targetOf = ([kind, name, namespace = 'default']: Place): KnownTarget => {
  const resource = resourceOfKind(kind)
  return { resource, name, namespace: resource.namespaced ? namespace : undefined }
}
