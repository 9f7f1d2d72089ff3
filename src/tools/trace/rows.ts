import type { Service } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import type { Step as Question } from '../../dns/resolver/resolve.ts'
import { statusText } from '../http/status-text.ts'
import { routeRows } from './route-rows.ts'
import type { Row } from './row.ts'
import type { Trace } from './trace.ts'

/** The whole way as rows, from the name to the answer. */
export const rowsOf = (trace: Trace, view: ClusterView): readonly Row[] => [
  ...nameRows(trace),
  ...trace.failed.map(({ address, route }) => ({
    title: 'tried',
    lines: [`${address}: ${'reason' in route.outcome ? route.outcome.reason : ''}`],
  })),
  ...(trace.address === undefined ? [] : [{ title: 'address', lines: [owner(trace.address, view)] }]),
  ...(trace.route ? routeRows(trace.route) : []),
  { title: 'answer', lines: answer(trace) },
]

const nameRows = ({ url, resolution, search }: Trace): readonly Row[] => {
  if (resolution.from === 'address') return []
  if (resolution.from === 'hosts') {
    return [{ title: 'name', lines: [`/etc/hosts has ${url.host}: ${resolution.addresses.join(', ')}`] }]
  }
  return [
    { title: 'search list', lines: search.map((name, index) => `${index + 1}. ${name}`) },
    { title: 'DNS', lines: counted(resolution.steps.map(questionText)) },
  ]
}

/** Lines that follow one another and are the same are one: a question that was asked again. */
const counted = (lines: readonly string[]): readonly string[] => {
  const kept = lines.filter((line, index) => line !== lines[index - 1])
  return kept.map(line => {
    const count = lines.filter(other => other === line).length
    return count > 1 ? `${line} (asked ${count} times)` : line
  })
}

const questionText = ({ question, server, outcome, exchange, tier }: Question): string => {
  const asked = `${question.name} ${question.type} @${server}`
  if (exchange.outcome !== 'reply') return `${asked} -> ${outcome === 'timeout' ? 'no answer' : outcome}`
  const { rcode, answers } = exchange.reply
  const data = answers.map(({ type, data }) => (type === 'CNAME' ? `alias ${data}` : data)).join(', ')
  const said = data || (rcode === 'NOERROR' ? 'no record of this type' : rcode)
  return `${asked} -> ${said} (${tier ?? 'cluster'})`
}

/** Whose an address is. */
const owner = (address: string, view: ClusterView): string => {
  const services = view.list<Service>('Service')
  const named = ({ metadata }: Service): string => `Service ${metadata.namespace}/${metadata.name}`
  const cluster = services.find(({ spec }) => spec.clusterIP === address || spec.clusterIPs?.includes(address))
  if (cluster) return `${address} is the virtual IP of ${named(cluster)}`
  const external = services.find(
    ({ spec, status }) =>
      spec.externalIPs?.includes(address) || status?.loadBalancer?.ingress?.some(({ ip }) => ip === address),
  )
  return external ? `${address} is an external address of ${named(external)}` : address
}

const answer = ({ route, response, resolution, url, milliseconds }: Trace): readonly string[] => {
  if (!route) return [`${url.host} does not resolve: ${resolution.outcome.toUpperCase()}`]
  const { outcome } = route
  if (outcome.outcome === 'refused') return [`connection refused: ${outcome.reason}`]
  if (outcome.outcome === 'timeout') return [`no answer, the connection times out: ${outcome.reason}`]
  if (outcome.outcome === 'noRoute') return [`no route to host: ${outcome.reason}`]
  if (!response) return ['the connection is accepted; what listens there does not answer HTTP']
  const [first = ''] = response.body.trimStart().split('\n')
  const { status, body } = response
  return [
    `HTTP ${status} ${statusText(status)}, ${body.length} bytes, after ${milliseconds} ms`,
    ...(first ? [first.slice(0, 100)] : []),
  ]
}
