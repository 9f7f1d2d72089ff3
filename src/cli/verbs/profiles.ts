import { formatTable } from '../../printers/table.ts'
import { noArguments } from '../no-arguments.ts'
import { defineVerb } from '../verb.ts'

export const profiles = defineVerb({
  usage: '',
  description: 'List what a new cluster may be like: `cluster create --profile=NAME`.',
  examples: '# All of them\nkubesim profiles',
  complete: noArguments,

  async run(_, { world, io }) {
    const rows = world.clusters.profiles.map(({ name, summary }) => [name, summary])
    io.out.write(formatTable([['PROFILE', 'CLUSTERS'], ...rows]))
  },
})
