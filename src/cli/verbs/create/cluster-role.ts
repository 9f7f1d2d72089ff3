import type { KubeObject, Labels } from '../../../api/meta.ts'
import { list, pairs } from '../../flags.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { checkRules, declareRules, policyRules, type RuleFlags, ruleVerbs } from '../../rbac/rules.ts'
import { checkUrls, urlRules } from '../../rbac/urls.ts'

interface ClusterRoleFlags extends RuleFlags {
  readonly nonResourceUrl: readonly string[]
  readonly aggregationRule: Labels
}

export const clusterRole = defineGenerator({
  kind: 'ClusterRole',
  usage: 'NAME --verb=verb --resource=resource.group [--resource-name=resourcename] [--dry-run=server|client|none]',
  description: 'Make a cluster role: what may be done in all namespaces, or outside of them.',
  examples: `# Look at pods
kubectl create clusterrole pod-reader --verb=get,list,watch --resource=pods

# A path of the API server
kubectl create clusterrole logs --verb=get --non-resource-url=/logs/*

# What other roles allow that have a label
kubectl create clusterrole monitoring --aggregation-rule="example.com/to-monitoring=true"`,
  declare(command) {
    declareRules(command)
      .option('--non-resource-url <paths>', 'A path of the API server; may end in *.', list, [])
      .option('--aggregation-rule <labels>', 'The labels of roles whose rules are to be joined: a=b.', pairs, {})
  },
  check(flags: ClusterRoleFlags) {
    const { verb, resource, resourceName, nonResourceUrl, aggregationRule } = flags
    if (Object.keys(aggregationRule).length > 0) {
      if ([verb, resource, resourceName, nonResourceUrl].every(each => each.length === 0)) return
      throw new Error('aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames')
    }
    if (verb.length === 0) throw new Error('at least one verb must be specified')
    if (resource.length > 0 || nonResourceUrl.length > 0) return
    throw new Error('one of resource or nonResourceURL must be specified')
  },
  build({ name }, flags, { warn }) {
    const head = { kind: 'ClusterRole', apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name } }
    const matchLabels = flags.aggregationRule
    if (Object.keys(matchLabels).length > 0) {
      return { ...head, rules: null, aggregationRule: { clusterRoleSelectors: [{ matchLabels }] } } as KubeObject
    }
    if (flags.resource.length > 0) checkRules(flags, warn)
    checkUrls(flags.nonResourceUrl, ruleVerbs(flags))
    return {
      ...head,
      rules: [...policyRules(flags), ...urlRules(flags.nonResourceUrl, ruleVerbs(flags))],
    } as KubeObject
  },
})
