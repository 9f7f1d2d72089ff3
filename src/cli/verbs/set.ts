import { defineVerbGroup } from '../verb-group.ts'
import { setVerbs } from './set/index.ts'

export const set = defineVerbGroup({
  verbs: setVerbs,
  usage: 'SUBCOMMAND',
  description: 'Change one thing of objects that exist: images, environment, resources, selectors.',
})
