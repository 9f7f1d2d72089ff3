import type { KubeObject } from '../../../api/meta.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { checkRules, declareRules, policyRules, type RuleFlags } from '../../rbac/rules.ts'

export const role = defineGenerator({
  kind: 'Role',
  usage:
    'NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] [--dry-run=server|client|none]',
  description: 'Make a role: what may be done in a namespace.',
  examples: `# Look at pods and Services
kubectl create role reader --verb=get,list,watch --resource=pods,services

# One deployment only
kubectl create role editor --verb=update --resource=deployments.apps --resource-name=web`,
  declare: declareRules,
  check({ verb }: RuleFlags) {
    if (verb.length === 0) throw new Error('at least one verb must be specified')
  },
  build({ name }, flags, { warn }) {
    checkRules(flags, warn)
    const rules = policyRules(flags)
    return { kind: 'Role', apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name }, rules } as KubeObject
  },
})
