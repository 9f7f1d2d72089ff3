import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'

export const list = defineVerb({
  usage: '',
  examples: '# All there are\nkubesim cluster list',
  complete: noArguments,

  async run(_, { world, io }) {
    const { formatTable } = await import('../../../printers/table.ts')
    const { contexts, 'current-context': current } = world.clusters.kubeconfig()
    const rows = contexts.map(({ name, context }) => {
      const settings = world.clusters.describe(context.cluster)
      return [name === current ? '*' : '', settings?.name ?? context.cluster, name, settings?.version ?? '<none>']
    })
    io.out.write(formatTable([['CURRENT', 'NAME', 'CONTEXT', 'VERSION'], ...rows]), 'table')
  },
})
