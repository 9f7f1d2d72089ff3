import type { Candidate, Route, Step, Via } from '../../network/packet.ts'
import type { Row } from './row.ts'

/** What was decided about a packet on its way, as rows. */
export const routeRows = ({ steps, outcome }: Route): readonly Row[] => {
  const rows = steps.map(rowOf)
  if (outcome.outcome !== 'delivered' || outcome.receiver.kind !== 'pod') return rows
  const { container } = outcome.receiver
  return container
    ? [...rows, { title: 'port', lines: [`container ${container.name} listens on ${outcome.port}`] }]
    : rows
}

const vias: Readonly<Record<Via, string>> = {
  clusterIP: 'the virtual IP',
  externalIP: 'an external IP',
  loadBalancerIP: "the load balancer's IP",
  nodePort: 'a node port',
}

const rowOf = (step: Step): Row => {
  switch (step.step) {
    case 'balance':
      return { title: 'balancer', lines: [`${step.to} leads to node ${step.node}: ${step.reason}`] }
    case 'rule':
      return {
        title: 'rule',
        lines: [`kube-proxy on node ${step.node}: ${step.matched} is ${vias[step.via]} of ${step.service}`],
      }
    case 'filter':
      return { title: 'rule', lines: [`kube-proxy on node ${step.node}: ${step.verdict}, as ${step.reason}`] }
    case 'choice':
      return { title: 'candidates', lines: choice(step) }
    case 'snat':
      return { title: 'NAT', lines: [`the source ${step.from} becomes ${step.to}: ${step.reason}`] }
    case 'hostPort':
      return { title: 'host port', lines: [`port ${step.port} of node ${step.node} leads to pod ${step.pod}`] }
    case 'policy':
      return { title: 'policy', lines: [policy(step)] }
    case 'arrival':
      return { title: 'arrival', lines: [`${step.at} at ${step.address}:${step.port}`] }
  }
}

const choice = ({ candidates, chosen, pinned, policy }: Extract<Step, { step: 'choice' }>): readonly string[] => [
  ...candidates.map(candidate => {
    const isChosen = candidate.address === chosen.address && candidate.port === chosen.port
    const verdict = isChosen ? 'chosen' : (candidate.passedOver ?? 'could have been chosen')
    return `${isChosen ? '*' : '-'} ${candidateText(candidate)}: ${verdict}`
  }),
  pinned
    ? 'session affinity had chosen it before'
    : `chosen by chance${policy === 'Local' ? ' among those of this node (policy Local)' : ''}; the target becomes ${chosen.address}:${chosen.port} (DNAT)`,
]

/** `10.244.1.2:80 pod default/web-1 on node worker` */
export const candidateText = ({ address, port, pod, node }: Candidate): string =>
  `${address}:${port}${pod ? ` pod ${pod}` : ''}${node ? ` on node ${node}` : ''}`

const policy = ({ direction, pod, allowed, policies }: Extract<Step, { step: 'policy' }>): string =>
  `NetworkPolicy ${policies.join(', ')} ${allowed ? 'allows' : 'does not allow'} this ${direction} of pod ${pod}`
