import { resourceOf } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { objectOf } from '../apiserver/body.ts'
import { createDecoded } from '../apiserver/create.ts'
import type { Server } from '../apiserver/server.ts'
import { currentFormat, type Header } from '../store/header.ts'
import type { Files } from '../util/files.ts'
import { addressAt } from '../util/ip.ts'
import { readDocuments } from '../util/yaml/read.ts'
import type { ClusterConfig } from './config.ts'
import { leaseOf, nodeOf } from './nodes.ts'

/** The header of the state of a cluster that was just created. */
export const newHeader = (config: ClusterConfig): Header => ({
  format: currentFormat,
  revision: 0,
  random: config.seed,
  clock: { offset: 0 },
  due: [],
  cursors: {},
  cluster: { ...config },
})

/** Fills a new cluster with what a real one starts with. `manifests` is the package's folder of them. */
export const fillCluster = (
  server: Server,
  config: ClusterConfig,
  { files, manifests }: { files: Files; manifests: string },
): void => {
  const read = (path: string): string => files.readFileSync(`${manifests}/${path}`, 'utf8')
  const folder = files.readdirSync(`${manifests}/bootstrap`).toSorted()
  const [namespaces = [], ...rest] = folder.map(name => readDocuments(read(`bootstrap/${name}`)))
  for (const object of namespaces) put(server, object)
  config.nodes.forEach((node, index) => {
    put(server, nodeOf(node, index, config, server.now()))
    put(server, leaseOf(node, server.now()))
  })
  put(server, upstreamZones(read))
  const chosen = config.ingress ? readDocuments(read(`ingress/${config.ingress}.yaml`)) : []
  for (const object of [...rest.flat(), ...chosen]) put(server, addressed(object, config))
}

const put = (server: Server, body: unknown): void => {
  const given = body as KubeObject
  const resource = resourceOf(given)
  if (!resource) throw new Error(`a bootstrap manifest is of an unknown kind: ${given.apiVersion} ${given.kind}`)
  const status = (given as { status?: object }).status
  const object = objectOf(resource, given, { fieldValidation: 'Strict' }, () => {})
  createDecoded(server, {
    resource: status ? { ...resource, hasStatus: false } : resource,
    object,
    options: {},
  })
}

/** What the DNS servers of the company and of the Internet know. */
const upstreamZones = (read: (path: string) => string): KubeObject =>
  Object.assign({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'upstream-dns', namespace: 'kube-system' },
    data: { 'internal.zone': read('dns/internal.zone'), 'external.zone': read('dns/external.zone') },
  })

/** The manifests name addresses and zones of the default ranges; another cluster has its own. */
const addressed = (object: unknown, { serviceRange, clusterDomain }: ClusterConfig): unknown =>
  JSON.parse(
    JSON.stringify(object)
      .replaceAll('10.96.0.10', addressAt(serviceRange, 10))
      .replaceAll('cluster.local', clusterDomain),
  )
