import { defineVerbGroup } from '../verb-group.ts'
import { clockVerbs } from './clock/index.ts'

export const clock = defineVerbGroup({
  description:
    'Show or set the time of the simulated cluster. What takes time in a cluster (probes, back-off, graceful deletion) goes by ' +
    'this clock: it can run with the wall clock, stand still, and be moved on.',
  examples: '# A minute later\nkubesim clock advance 1m\n\n# Time stands still from here\nkubesim clock freeze',
  verbs: clockVerbs,
})
