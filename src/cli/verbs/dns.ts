import { defineVerbGroup } from '../verb-group.ts'
import { dnsVerbs } from './dns/index.ts'

export const dns = defineVerbGroup({
  description: "The cluster's DNS for programs of this machine.",
  examples:
    '# Ask with the real dig\nkubesim dns serve --port=5353 &\ndig @127.0.0.1 -p 5353 kubernetes.default.svc.cluster.local',
  verbs: dnsVerbs,
})
