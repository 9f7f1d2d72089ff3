import { faultsOf } from '../../../api/faults.ts'
import { objectName } from '../../../api/resource.ts'
import { brokenObjects } from '../../fault/broken-objects.ts'
import { faultText } from '../../fault/fault-text.ts'
import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'

export const list = defineVerb({
  usage: '',
  examples: '# Everything, in all namespaces\nkubesim fault list',
  complete: noArguments,
  async run(_, context) {
    const rows = (await brokenObjects(context)).flatMap(({ resource, object }) =>
      faultsOf(object).map(fault => [
        object.metadata.namespace ?? '',
        objectName(resource, object.metadata.name),
        fault.fault,
        faultText(fault),
      ]),
    )
    if (rows.length === 0) return void context.io.err.write('Nothing is broken on purpose\n')
    const { formatTable } = await import('../../../printers/table.ts')
    context.io.out.write(formatTable([['NAMESPACE', 'OBJECT', 'FAULT', 'MEANING'], ...rows]))
  },
})
