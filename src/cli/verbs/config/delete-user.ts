import { defineVerb, UsageError } from '../../verb.ts'
import { deleteEntry } from './delete-entry.ts'

export const deleteUser = defineVerb({
  usage: 'NAME',
  examples: '# Forget a user\nkubectl config delete-user old',

  complete([name, ...others]) {
    if (name === undefined || others.length > 0) throw new UsageError('user to delete is required', { hint: true })
    return name
  },

  run: async (name, context) => deleteEntry('user', name, context),
})
