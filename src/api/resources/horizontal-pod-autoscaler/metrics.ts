import type { HorizontalPodAutoscaler, MetricSpec, MetricTarget, MetricValueStatus } from '../../generated/types.ts'

/** A metric as tables and as descriptions show it. */
export interface MetricText {
  readonly short: string
  /** Its title and, behind a tab, what is and what shall be. */
  readonly long: string
}

export const metricTexts = ({ spec, status }: HorizontalPodAutoscaler): readonly MetricText[] =>
  (spec?.metrics ?? []).map((metric, index) => {
    const found = status?.currentMetrics?.[index]
    const { target, current, title, name } = partsOf(metric, found)
    const text = valueText(target, current)
    return { short: name ? `${name}: ${text.short}` : text.short, long: `${title}${text.kind}:\t${text.long}` }
  })

interface Parts {
  readonly title: string
  readonly name?: string
  readonly target: MetricTarget | undefined
  readonly current: MetricValueStatus | undefined
}

type Found = NonNullable<NonNullable<HorizontalPodAutoscaler['status']>['currentMetrics']>[number] | undefined

const partsOf = ({ resource, containerResource, pods, object, external }: MetricSpec, found: Found): Parts => {
  if (resource) {
    const title = `resource ${resource.name} on pods`
    return { title, name: resource.name, target: resource.target, current: found?.resource?.current }
  }
  if (containerResource) {
    const { name, container, target } = containerResource
    const title = `resource ${name} of container "${container}" on pods`
    return { title, name, target, current: found?.containerResource?.current }
  }
  if (pods) return { title: `"${pods.metric.name}" on pods`, target: pods.target, current: found?.pods?.current }
  if (object) {
    const { kind, name } = object.describedObject
    return {
      title: `"${object.metric.name}" on ${kind}/${name} `,
      target: object.target,
      current: found?.object?.current,
    }
  }
  return { title: `"${external?.metric.name}" `, target: external?.target, current: found?.external?.current }
}

const unknown = '<unknown>'

const valueText = (
  target: MetricTarget | undefined,
  current: MetricValueStatus | undefined,
): { readonly short: string; readonly long: string; readonly kind: string } => {
  if (target?.averageValue !== undefined) {
    const text = `${current?.averageValue ?? unknown}`
    return { short: `${text}/${target.averageValue}`, long: `${text} / ${target.averageValue}`, kind: '' }
  }
  if (target?.value !== undefined) {
    const text = `${current?.value ?? unknown}`
    return { short: `${text}/${target.value}`, long: `${text} / ${target.value}`, kind: '(target value)' }
  }
  const wanted = target?.averageUtilization === undefined ? '<auto>' : `${target.averageUtilization}%`
  const used = current?.averageUtilization
  return {
    short: `${used === undefined ? unknown : `${used}%`}/${wanted}`,
    long: `${used === undefined ? unknown : `${used}% (${current?.averageValue ?? 0})`} / ${wanted}`,
    kind: '  (as a percentage of request)',
  }
}
