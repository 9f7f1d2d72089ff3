import { defineVerbGroup } from '../verb-group.ts'
import { topVerbs } from './top/index.ts'

export const top = defineVerbGroup({
  description:
    'Shows how much CPU and memory nodes and pods use, if a Metrics Server measures it. A simulated cluster has none.',
  verbs: topVerbs,
})
