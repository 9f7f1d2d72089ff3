import { resources } from '../../api/resources/index.ts'
import { noArguments } from '../no-arguments.ts'
import { apiVersions as versionsOf } from '../selection/discovery.ts'
import { defineVerb } from '../verb.ts'

export const apiVersions = defineVerb({
  usage: '',
  examples: '# What the server serves\nkubectl api-versions',
  complete: noArguments,
  run: async (_, { io }) =>
    io.out.write(
      versionsOf(resources)
        .map(version => `${version}\n`)
        .join(''),
    ),
})
