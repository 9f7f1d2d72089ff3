import { defineVerbGroup } from '../verb-group.ts'
import { faultVerbs } from './fault/index.ts'

export const fault = defineVerbGroup({
  description: `Break something on purpose, and mend it again.

A fault is kept as data of the object that it is at (annotation kubesim.io/faults of a pod, a node or a Service), and goes with it.`,
  examples: `# No traffic for this pod
kubesim fault probe pod/web-1

# What is broken
kubesim fault list

# All is well again
kubesim fault clear`,
  verbs: faultVerbs,
})
