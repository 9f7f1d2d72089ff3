import { defineVerbGroup } from '../verb-group.ts'
import { authVerbs } from './auth/index.ts'

export const auth = defineVerbGroup({ verbs: authVerbs })
