import type { KubeObject, Labels } from '../../api/meta.ts'
import { isEnvName } from '../../api/validation/keys.ts'
import { parseAtoi } from '../../util/go-strconv.ts'
import { parseLabelPairs } from '../generators/label-pairs.ts'
import type { RunFlags } from './flags.ts'

/** The pod that `run` makes, its keys in the order of Go's types. `words` stand behind its name. */
export const podOf = (name: string, words: readonly string[], flags: RunFlags): KubeObject => {
  const env = flags.env.map(parseEnv)
  const annotations = parseAnnotations(flags.annotations)
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: {
      name,
      labels: labelsOf(name, flags),
      ...(flags.annotations.length > 0 ? { annotations } : {}),
    },
    spec: {
      containers: [containerOf(name, words, { env, flags })],
      restartPolicy: flags.restart || (flags.stdin ? 'OnFailure' : 'Always'),
      dnsPolicy: 'ClusterFirst',
    },
    status: {},
  } as KubeObject
}

/** The Service of --expose. */
export const serviceOf = (name: string, flags: RunFlags): KubeObject => {
  const port = parseAtoi(flags.port)
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: { name, ...(flags.labels ? { labels: parseLabelPairs(flags.labels) } : {}) },
    spec: { ports: [{ protocol: 'TCP', port, targetPort: port }], selector: labelsOf(name, flags) },
    status: { loadBalancer: {} },
  } as KubeObject
}

const labelsOf = (name: string, { labels }: RunFlags): Labels => (labels ? parseLabelPairs(labels) : { run: name })

const containerOf = (
  name: string,
  words: readonly string[],
  { env, flags }: { readonly env: readonly object[]; readonly flags: RunFlags },
): object => ({
  name,
  image: flags.image,
  ...(words.length > 0 ? { [flags.command ? 'command' : 'args']: words } : {}),
  ...(flags.port ? { ports: [{ containerPort: parseAtoi(flags.port) }] } : {}),
  ...(env.length > 0 ? { env } : {}),
  resources: {},
  ...(flags.imagePullPolicy ? { imagePullPolicy: flags.imagePullPolicy } : {}),
  ...(flags.privileged ? { securityContext: { privileged: true } } : {}),
  ...(flags.stdin ? { stdin: true } : {}),
  ...(flags.stdin && !flags.leaveStdinOpen ? { stdinOnce: true } : {}),
  ...(flags.tty ? { tty: true } : {}),
})

const parseEnv = (pair: string): object => {
  const equals = pair.indexOf('=')
  const name = pair.slice(0, Math.max(equals, 0))
  if (name === '' || isEnvName(name).length > 0) throw new Error(`invalid env: ${pair}`)
  const value = pair.slice(equals + 1)
  return { name, ...(value ? { value } : {}) }
}

const parseAnnotations = (pairs: readonly string[]): Labels => {
  const wrong = pairs.filter(pair => pair.indexOf('=') <= 0)
  if (wrong.length > 0) throw new Error(`invalid annotations format: ${wrong.join(', ')}`)
  return Object.fromEntries(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}
