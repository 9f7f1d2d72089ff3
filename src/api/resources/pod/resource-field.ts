import type { Container, ResourceFieldSelector } from '../../generated/types.ts'
import { parseQuantity, quantityMilli, quantityValue } from '../../quantity.ts'

/** The amount that a container is told of its own resources, in units of the divisor. */
export const resourceText = (
  { resource, divisor = '1' }: ResourceFieldSelector,
  { resources }: Pick<Container, 'resources'>,
): string => {
  const [what = '', ...names] = resource.split('.')
  const name = names.join('.')
  const amount = parseQuantity(String((what === 'limits' ? resources?.limits : resources?.requests)?.[name] ?? '0'))
  const unit = parseQuantity(String(divisor) === '0' ? '1' : String(divisor))
  const read = name === 'cpu' ? quantityMilli : quantityValue
  return String(Math.ceil(read(amount) / Math.max(1, read(unit))))
}
