import { by } from '../../../util/compare.ts'
import { titled } from '../../describe/labels.ts'
import type { Taint, Toleration } from '../../generated/types.ts'

/** `Tolerations:` and one a line, sorted by key; `margin` stands before the title. */
export const tolerationLines = (tolerations: readonly Toleration[] = [], margin = ''): readonly string[] =>
  titled(`${margin}Tolerations`, tolerations.toSorted(by(({ key = '' }) => key)).map(tolerationText))

const tolerationText = ({ key = '', value = '', effect, operator, tolerationSeconds }: Toleration): string => {
  const what = `${key}${value && `=${value}`}${effect ? `:${effect}` : ''}`
  const exists = operator === 'Exists' && value === '' ? 'op=Exists' : ''
  const text = [what, exists].filter(Boolean).join(' ')
  return tolerationSeconds === undefined ? text : `${text} for ${tolerationSeconds}s`
}

/** `key=value:Effect`, as `kubectl taint` takes it. */
export const taintText = ({ key, value = '', effect }: Taint): string =>
  effect ? `${key}${value && `=${value}`}:${effect}` : `${key}${value && `=${value}:`}`

export const taintLines = (taints: readonly Taint[] = []): readonly string[] =>
  titled('Taints', taints.toSorted(by(({ effect, key }) => `${effect},${key}`)).map(taintText))
