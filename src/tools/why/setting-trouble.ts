import type { ConfigMap, Container, ContainerStatus, Event, Pod, Secret } from '../../api/generated/types.ts'
import { isConditionTrue } from '../../api/pod-status.ts'
import type { Around } from './around.ts'
import type { Finding, WhyContext } from './check.ts'
import { command, patching } from './commands.ts'
import { nearest } from './near.ts'
import { keysOf } from './setting-keys.ts'

type Trouble = Omit<Finding, 'about'>
type Kind = 'ConfigMap' | 'Secret'

/** What a container's environment refers to is not there. */
export const settingTrouble = ({ name }: Container, { state }: ContainerStatus, around: Around): Trouble => {
  const { message = '' } = state?.waiting ?? {}
  const evidence = [`it waits in CreateContainerConfigError: ${message}`]
  return (
    lacking(message, `container ${name}`, evidence, around) ?? {
      cause: `container ${name} cannot be set up: ${message}`,
      evidence,
      mend: [],
    }
  )
}

/** What a volume of a pod is made of is not there; undefined if its volumes are. */
export const mountTrouble = (pod: Pod, context: WhyContext): Trouble | undefined => {
  if (isConditionTrue(pod.status, 'PodReadyToStartContainers')) return undefined
  const said = context.view
    .list<Event>('Event', pod.metadata.namespace)
    .findLast(
      ({ involvedObject, reason }) => reason === 'FailedMount' && involvedObject.uid === pod.metadata.uid,
    )?.message
  const [, volume, message = ''] = /^MountVolume.SetUp failed for volume "([^"]+)" : (.*)$/.exec(said ?? '') ?? []
  if (volume === undefined) return undefined
  const source = pod.spec.volumes?.find(({ name }) => name === volume)
  const name = source?.configMap?.name ?? source?.secret?.secretName ?? ''
  const [, kind, key] = /^references non-existent (config|secret) key: (.*)$/.exec(message) ?? []
  const words = kind ? `couldn't find key ${key} in ${kind === 'secret' ? 'Secret' : 'ConfigMap'} /${name}` : message
  return lacking(words, `volume ${volume}`, [`the last event about it: ${said}`], { pod, context })
}

const lacking = (
  message: string,
  who: string,
  evidence: readonly string[],
  { pod, context }: Around,
): Trouble | undefined => {
  const [, whole, missing = ''] = /(configmap|secret) "([^"]+)" not found/.exec(message) ?? []
  if (whole)
    return noObject({ kind: whole === 'secret' ? 'Secret' : 'ConfigMap', name: missing }, who, evidence, {
      pod,
      context,
    })
  const [, key = '', kind, name = ''] = /couldn't find key (\S+) in (ConfigMap|Secret) [^/]*\/(\S+)/.exec(message) ?? []
  return kind ? noKey({ kind: kind as Kind, name }, key, { who, evidence, pod, context }) : undefined
}

interface Named {
  readonly kind: Kind
  readonly name: string
}

const noObject = (
  { kind, name }: Named,
  who: string,
  evidence: readonly string[],
  { pod, context }: Around,
): Trouble => {
  const { namespace } = pod.metadata
  const others = context.view.list<ConfigMap | Secret>(kind, namespace).map(({ metadata }) => metadata.name)
  const meant = nearest(name, others)
  const literals = keysOf(pod, { kind, name }).map(key => ` --from-literal=${key}=changeme`)
  const elsewhere = context.view.list<ConfigMap | Secret>(kind).find(({ metadata }) => metadata.name === name)
  return {
    cause: `${who} waits for ${kind.toLowerCase()} ${name}, which is not there`,
    evidence: [
      ...evidence,
      ...(meant ? [`there is ${kind.toLowerCase()}/${meant}, which may be meant`] : []),
      ...(elsewhere
        ? [
            `there is one in namespace ${elsewhere.metadata.namespace}: a pod takes those of its own namespace, ${namespace}`,
          ]
        : []),
    ],
    mend: [
      command(
        context,
        `create ${kind === 'Secret' ? 'secret generic' : 'configmap'} ${name}${literals.join('')}`,
        namespace,
      ),
    ],
  }
}

const noKey = (
  { kind, name }: Named,
  key: string,
  { who, evidence, pod, context }: Around & { readonly who: string; readonly evidence: readonly string[] },
): Trouble => {
  const { namespace } = pod.metadata
  const { data = {} } = context.view.get<ConfigMap | Secret>(kind, namespace, name) ?? {}
  const missing = keysOf(pod, { kind, name }).filter(one => data[one] === undefined)
  const values = Object.fromEntries(missing.map(one => [one, 'changeme']))
  const patch = kind === 'Secret' ? { stringData: values } : { data: values }
  return {
    cause: `${who} waits for key ${key} of ${kind.toLowerCase()} ${name}, which has none of that name`,
    evidence: [...evidence, `its keys are ${Object.keys(data).join(', ') || 'none'}`],
    mend: [patching(context, { kind, metadata: { name, namespace } }, patch, 'merge')],
  }
}
