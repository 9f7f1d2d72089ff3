import type { Deployment, Event, Pod, ReplicaSet } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import { isPodActive } from '../../api/pod-status.ts'
import { addQuantities, parseQuantity, printQuantity } from '../../api/quantity.ts'
import type { Finding, WhyContext } from './check.ts'
import { command, patching } from './commands.ts'
import type { Workload } from './workloads.ts'

/** Why a workload has no pods. */
export const workloadTrouble = (workload: Workload, context: WhyContext): Omit<Finding, 'about'> => {
  const { object, replicas } = workload
  const { name, namespace } = object.metadata
  const kind = object.kind.toLowerCase()
  if (replicas === 0) {
    return {
      cause: `it has no pods: ${kind}/${name} is scaled to 0`,
      evidence: [`spec.replicas of ${kind}/${name} is 0`],
      mend: [command(context, `scale ${kind} ${name} --replicas=1`, namespace)],
    }
  }
  if (isPaused(workload)) return { ...paused(workload, context), cause: `it has no pods: ${kind}/${name} is paused` }
  const said = refusalOf(workload, context)
  return {
    cause: `it has no pods: ${kind}/${name} cannot make any${said ? `, for ${shortened(said)}` : ' yet'}`,
    evidence: said ? [`the last event about it: ${said}`] : [],
    mend: said ? allowing(said, workload, context) : [command(context, `rollout status ${kind} ${name}`, namespace)],
  }
}

/** Why a workload has fewer pods than it is to have, or old ones; undefined for one that is well. */
export const shortage = (
  workload: Workload,
  pods: readonly Pod[],
  context: WhyContext,
): Omit<Finding, 'about'> | undefined => {
  const { object, replicas = 0 } = workload
  const { updatedReplicas = 0 } = (object as Deployment).status ?? {}
  if (isPaused(workload) && updatedReplicas < replicas) return paused(workload, context)
  const there = pods.filter(isPodActive).length
  const said = there < replicas ? refusalOf(workload, context) : undefined
  if (!said) return undefined
  return {
    cause: `it has ${there} of ${replicas} pods and cannot make more, for ${shortened(said)}`,
    evidence: [`the last event about it: ${said}`],
    mend: allowing(said, workload, context),
  }
}

const isPaused = ({ object }: Workload): boolean =>
  object.kind === 'Deployment' && !!(object as Deployment).spec?.paused

const paused = ({ object }: Workload, context: WhyContext): Omit<Finding, 'about'> => {
  const { name, namespace } = object.metadata
  return {
    cause: 'its rollout is paused: what was changed in its template does not come into its pods',
    evidence: [`spec.paused of deployment/${name} is true`],
    mend: [command(context, `rollout resume deployment ${name}`, namespace)],
  }
}

/** What the last event says of pods that could not be created. */
export const refusalOf = ({ object }: Workload, { view }: WhyContext): string | undefined => {
  const { namespace, uid } = object.metadata
  const sets = view.list<ReplicaSet>('ReplicaSet', namespace).filter(set => controllerOf(set)?.uid === uid)
  const makers = new Set([uid, ...sets.map(({ metadata }) => metadata.uid)])
  return view
    .list<Event>('Event', namespace)
    .filter(({ involvedObject, reason }) => reason === 'FailedCreate' && makers.has(involvedObject.uid))
    .toSorted((left, right) => (timeOf(left) < timeOf(right) ? -1 : 1))
    .at(-1)?.message
}

const timeOf = ({ lastTimestamp, metadata }: Event): string => lastTimestamp ?? metadata.creationTimestamp ?? ''

const shortened = (said: string): string => {
  const quota = /exceeded quota: ([^,]+), requested: ([^ ]+), used/.exec(said)
  if (quota) return `quota ${quota[1]} is used up (${quota[2]} more is too much)`
  const unsaid = /failed quota: ([^:]+): must specify (.*)/.exec(said)
  if (unsaid) return `quota ${unsaid[1]} wants its pods to say ${unsaid[2]}`
  const account = /serviceaccount "([^"]+)" not found/.exec(said)
  return account ? `there is no service account ${account[1]}` : said.replace(/^Error creating: /, '')
}

const allowing = (said: string, workload: Workload, context: WhyContext): readonly string[] => {
  const { namespace } = workload.object.metadata
  const [, account] = /serviceaccount "([^"]+)" not found/.exec(said) ?? []
  if (account) return [command(context, `create serviceaccount ${account}`, namespace)]
  const [, name = '', requested = '', used = ''] =
    /exceeded quota: ([^,]+), requested: (\S+), used: (\S+), limited/.exec(said) ?? []
  if (name) return [raised({ name, requested: amounts(requested), used: amounts(used) }, workload, context)]
  const [, unsaid] = /must specify (.*)/.exec(said) ?? []
  return unsaid ? [specified(unsaid, workload, context)] : []
}

/** `cpu=1,pods=1` */
const amounts = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(',').map(pair => pair.split('=')))

interface Quota {
  readonly name: string
  readonly requested: Readonly<Record<string, string>>
  readonly used: Readonly<Record<string, string>>
}

/** The quota with room for all of a workload's pods. */
const raised = ({ name, requested, used }: Quota, { object, replicas = 1 }: Workload, context: WhyContext): string => {
  const hard = Object.entries(requested).map(([resource, amount]) => {
    const pods = Array.from({ length: replicas }, () => parseQuantity(amount))
    return [resource, printQuantity(pods.reduce(addQuantities, parseQuantity(used[resource] ?? '0')))]
  })
  const quota = { kind: 'ResourceQuota', metadata: { name, namespace: object.metadata.namespace } }
  return patching(context, quota, { spec: { hard: Object.fromEntries(hard) } })
}

const usual: Readonly<Record<string, string>> = { cpu: '100m', memory: '64Mi' }

/** `limits.cpu for: web; requests.memory for: web` */
const specified = (unsaid: string, { object }: Workload, context: WhyContext): string => {
  const names = [...new Set([...unsaid.matchAll(/((?:limits|requests)\.)?(cpu|memory)/g)].map(([whole]) => whole))]
  const flag = (list: string): string => {
    const own = names.filter(name => name.startsWith(list) || (list === 'requests' && !name.includes('.')))
    const words = own.map(name => name.split('.').at(-1) ?? '').map(name => `${name}=${usual[name]}`)
    return words.length > 0 ? ` --${list}=${words.join(',')}` : ''
  }
  const { kind, metadata } = object
  const words = `set resources ${kind.toLowerCase()} ${metadata.name}${flag('requests')}${flag('limits')}`
  return command(context, words, metadata.namespace)
}
