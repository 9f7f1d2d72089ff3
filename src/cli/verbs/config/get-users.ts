import { defineVerb } from '../../verb.ts'
import { listNames } from './list-names.ts'

export const getUsers = defineVerb({
  usage: '[flags]',
  examples: '# The users of the kubeconfig\nkubectl config get-users',
  complete: () => undefined,
  run: async (_, context) => listNames('users', context),
})
