import type { KubeObject } from '../../../api/meta.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { parseQuantityPairs } from '../../generators/quantity-pairs.ts'

interface QuotaFlags {
  readonly hard: string
  readonly scopes: string
}

export const quota = defineGenerator({
  kind: 'ResourceQuota',
  usage: 'NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]',
  description: 'Make a quota: how much a namespace may hold.',
  examples: `# Ten pods and four CPUs
kubectl create quota my-quota --hard=cpu=4,pods=10`,
  failure: 'failed to create quota: ',
  declare(command) {
    command
      .option('--hard <limits>', 'What there may be at most: RESOURCE=AMOUNT, commas between.', '')
      .option('--scopes <scopes>', 'Which objects count, commas between.', '')
  },
  build({ name }, { hard, scopes }: QuotaFlags) {
    const limits = parseQuantityPairs(hard)
    const list = scopes === '' ? [] : scopes.split(',')
    if (list.includes('')) throw new Error('invalid resource quota scope ""')
    return {
      kind: 'ResourceQuota',
      apiVersion: 'v1',
      metadata: { name },
      spec: { ...(hard ? { hard: limits } : {}), ...(list.length > 0 ? { scopes: list } : {}) },
      status: {},
    } as KubeObject
  },
})
