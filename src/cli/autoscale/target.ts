import { canonicalQuantity } from '../../api/quantity.ts'

/** How much of a resource the pods shall use: a share of what they ask for, or an amount. */
export type MetricTarget =
  | { readonly type: 'Utilization'; readonly averageUtilization: number }
  | { readonly type: 'AverageValue'; readonly averageValue: string }

const defaultUnits = { cpu: 'm', memory: 'Mi' } as const

/** Reads `70%`, `500m`, `500` (of the resource's unit). Throws what kubectl says. */
export const parseTarget = (text: string, resource: 'cpu' | 'memory'): MetricTarget => {
  const input = text.trim()
  if (input === '') throw new Error('empty input')
  if (input.endsWith('%')) return { type: 'Utilization', averageUtilization: parsePercent(input.slice(0, -1)) }
  const isPlain = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(input)
  try {
    const amount = canonicalQuantity(isPlain ? `${Number(input)}${defaultUnits[resource]}` : input)
    return { type: 'AverageValue', averageValue: amount }
  } catch {
    throw new Error(`invalid resource ${resource} value: ${input}`)
  }
}

const parsePercent = (text: string): number => {
  const value = Number(text)
  if (!/^\+?\d+$/.test(text) || value >= 2 ** 31) throw new Error(`invalid percentage value: ${text}`)
  return value
}

export const resourceMetric = (name: 'cpu' | 'memory', target: MetricTarget): object => ({
  type: 'Resource',
  resource: { name, target },
})
