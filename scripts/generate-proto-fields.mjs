// Writes src/api/generated/proto-fields.ts: how the kinds that kubesim serves are encoded as protobuf, from Kubernetes' own
// declarations.
//
//   node scripts/generate-proto-fields.mjs API MACHINERY
//
// API and MACHINERY are folders with the files of kubernetes/api and kubernetes/apimachinery: generated.proto, types.go.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = process.argv.slice(2)
const filesOf = name =>
  folders.flatMap(folder =>
    readdirSync(folder, { recursive: true })
      .filter(path => path.endsWith(name))
      .map(path => readFileSync(join(folder, path), 'utf8')),
  )

// Fields of these Go structs stand in JSON beside those of the struct that holds them.
const inlined = new Set(
  filesOf('types.go').flatMap(text =>
    [...text.matchAll(/json:"(?:,inline[^"]*)?" protobuf:"bytes,\d+,opt,name=(\w+)"/g)].map(([, name]) => name),
  ),
)

// This one's tag has no name.
inlined.add('ephemeralContainerCommon')

const scalar = /^(string|bytes|bool|int32|int64|double)$/
const shortId = id => id.replace(/^\.?k8s\.io\.(api|apimachinery\.pkg)\./, '')
const typeIn = (pack, type) => (scalar.test(type) ? type : shortId(type.startsWith('.') ? type : `${pack}.${type}`))

/** `1:name:string`, with `*` before the name of a list, `%` of a map, `~` of what is inlined. */
const fieldsOf = (pack, body) =>
  [...body.matchAll(/^ {2}(optional|repeated|map<string, (\S+)>) ?(\S+)? (\w+) = (\d+);/gm)].map(
    ([, label, value, type, name, number]) => {
      if (value) return `${number}:%${name}:${typeIn(pack, value)}`
      const mark = label === 'repeated' ? '*' : inlined.has(name) && !scalar.test(type) ? '~' : ''
      return `${number}:${mark}${name}:${typeIn(pack, type)}`
    },
  )

const messages = new Map()
for (const text of filesOf('generated.proto')) {
  const pack = /^package (\S+);/m.exec(text)[1]
  for (const [, name, body] of text.matchAll(/^message (\w+) \{\n(.*?)^\}/gms)) {
    messages.set(shortId(`${pack}.${name}`), fieldsOf(pack, body.replaceAll(/^\s*\/\/.*$/gm, '')))
  }
}

const kinds = {
  core: 'Binding ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  apps: 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  authentication: 'SelfSubjectReview TokenRequest TokenReview',
  authorization: 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  autoscaling: 'HorizontalPodAutoscaler Scale',
  batch: 'CronJob Job',
  coordination: 'Lease',
  discovery: 'EndpointSlice',
  events: 'Event',
  networking: 'IPAddress Ingress IngressClass NetworkPolicy ServiceCIDR',
  node: 'RuntimeClass',
  policy: 'Eviction PodDisruptionBudget',
  rbac: 'ClusterRole ClusterRoleBinding Role RoleBinding',
  scheduling: 'PriorityClass',
  storage: 'StorageClass',
}

const reached = new Map()
const reach = id => {
  if (scalar.test(id) || reached.has(id)) return
  const fields = messages.get(id)
  if (!fields) throw new Error(`no message ${id}`)
  reached.set(id, fields)
  for (const field of fields) reach(field.split(':')[2])
}
const roots = Object.entries(kinds).flatMap(([group, names]) => names.split(' ').map(name => `${group}.v1.${name}`))
for (const id of [...roots, 'autoscaling.v2.HorizontalPodAutoscaler', 'apis.meta.v1.DeleteOptions']) reach(id)

const text = [...reached].toSorted().map(([id, fields]) => `${id} ${fields.join(' ')}\n`)
writeFileSync(
  new URL('../src/api/generated/proto-fields.ts', import.meta.url),
  `// Made by scripts/generate-proto-fields.mjs from the declarations of Kubernetes: do not edit.

/**
 * A line a message: its name, and its fields as \`NUMBER:NAME:TYPE\`. Before a name, \`*\` stands for a list, \`%\` for a map
 * of strings to the type, \`~\` for fields that JSON has beside the others.
 */
export const protoFields =
  ${JSON.stringify(text.join(''))}
`,
)
console.log(`${reached.size} messages`)
