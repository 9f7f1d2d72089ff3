import type { LabelSelector, PodSpec } from './generated/types.ts'
import type { KubeObject, Labels } from './meta.ts'

export interface ExposedPort {
  readonly port: number
  readonly protocol: string
}

/** How `kubectl expose` makes a Service out of an object. */
export interface Exposure<T extends KubeObject> {
  /** The labels of its pods. Throws an Error in kubectl's words where there are none to select by. */
  selector(object: T): Labels
  /** What its pods (or itself) listen on, a port once for each protocol. */
  ports(object: T): readonly ExposedPort[]
}

interface Templated extends KubeObject {
  readonly spec: {
    readonly selector?: LabelSelector | undefined
    readonly template?: { readonly spec?: PodSpec | undefined } | undefined
  }
}

/** The exposure of a kind with a pod template and a selector of labels and expressions; `what` names it in refusals. */
export const templateExposure = <T extends Templated>(what: string): Exposure<T> => ({
  selector({ spec: { selector } }) {
    const { matchLabels = {}, matchExpressions = [] } = selector ?? {}
    if (Object.keys(matchLabels).length === 0) {
      throw new Error(`invalid ${what}: no selectors, therefore cannot be exposed`)
    }
    if (matchExpressions.length > 0) throw new Error(noExpressions(matchExpressions))
    return matchLabels
  },
  ports: ({ spec }) => containerPorts(spec.template?.spec),
})

// As Go prints a list of structs.
const noExpressions = (expressions: NonNullable<LabelSelector['matchExpressions']>): string => {
  const shown = expressions.map(
    ({ key, operator, values = [] }) => `{Key:${key} Operator:${operator} Values:[${values.join(' ')}]}`,
  )
  return `couldn't convert expressions - "[${shown.join(' ')}]" to map-based selector format`
}

export const containerPorts = (spec: PodSpec | undefined): readonly ExposedPort[] =>
  (spec?.containers ?? []).flatMap(({ ports = [] }) =>
    ports.map(({ containerPort, protocol = 'TCP' }) => ({ port: containerPort, protocol })),
  )
