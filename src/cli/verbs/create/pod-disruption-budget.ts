import type { KubeObject } from '../../../api/meta.ts'
import { parseToLabelSelector } from '../../../api/selector-convert.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { atoiOrName } from '../../generators/ports.ts'

interface BudgetFlags {
  readonly minAvailable: string
  readonly maxUnavailable: string
  readonly selector: string
}

export const podDisruptionBudget = defineGenerator({
  kind: 'PodDisruptionBudget',
  usage: 'NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]',
  description: 'Make a budget: how many pods must stay when nodes are drained.',
  examples: `# One pod at least
kubectl create pdb my-pdb --selector=app=rails --min-available=1

# Half of them
kubectl create pdb my-half --selector=app=nginx --min-available=50%`,
  failure: 'failed to create poddisruptionbudgets: ',
  declare(command) {
    command
      .option('--min-available <amount>', 'How many pods must be there, as a number or in percent.', '')
      .option('--max-unavailable <amount>', 'How many pods may be gone, as a number or in percent.', '')
      .option('--selector <selector>', 'Which pods: a=b,c=d.', '')
  },
  check({ minAvailable, maxUnavailable, selector }: BudgetFlags) {
    if (!selector) throw new Error('a selector must be specified')
    if (!maxUnavailable && !minAvailable) throw new Error('one of min-available or max-unavailable must be specified')
    if (maxUnavailable && minAvailable) throw new Error('min-available and max-unavailable cannot be both specified')
    if (minAvailable && !amount.test(minAvailable)) throw new Error('invalid format specified for min-available')
    if (maxUnavailable && !amount.test(maxUnavailable)) throw new Error('invalid format specified for max-unavailable')
  },
  build: ({ name }, { minAvailable, maxUnavailable, selector }) =>
    ({
      kind: 'PodDisruptionBudget',
      apiVersion: 'policy/v1',
      metadata: { name },
      spec: {
        ...(minAvailable ? { minAvailable: atoiOrName(minAvailable) } : {}),
        selector: parseToLabelSelector(selector),
        ...(maxUnavailable ? { maxUnavailable: atoiOrName(maxUnavailable) } : {}),
      },
      status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
    }) as KubeObject,
})

const amount = /^[0-9]+%?$/
