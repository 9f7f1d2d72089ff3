import { defineVerbGroup } from '../../verb-group.ts'
import { serviceVerbs } from './service/index.ts'

export const service = defineVerbGroup({ verbs: serviceVerbs })
