import { defineVerbGroup } from '../verb-group.ts'
import { pluginVerbs } from './plugin/index.ts'

export const plugin = defineVerbGroup({
  description: 'A plugin is a program in the PATH whose name begins with `kubectl-`.',
  examples: '# All plugins\nkubectl plugin list\n\n# Their names alone\nkubectl plugin list --name-only',
  verbs: pluginVerbs,
})
