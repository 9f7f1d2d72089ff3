import { faultsOfKind } from '../../../api/faults.ts'
import { defineCheck } from '../check.ts'
import { command, nameOf } from '../commands.ts'

/** A way on which some packets are lost. That all are shows in the request itself. */
export const lossyPath = defineCheck({
  name: 'lossy-path',
  applies: ({ services, pods }) => services.length + pods.length > 0,
  find(context) {
    return [...context.target.services, ...context.target.pods].flatMap(object => {
      const loss = faultsOfKind(object, 'path').reduce((most, fault) => Math.max(most, fault.loss ?? 0), 0)
      if (loss === 0 || loss === 1) return []
      const { name, namespace } = object.metadata
      return [
        {
          about: nameOf(context, object),
          cause: `${Math.round(loss * 100)} % of the packets on the way to it are lost: some requests fail, others are slow`,
          evidence: ['it was broken on purpose: see `kubesim fault list`'],
          mend: [command(context, `fault clear ${object.kind.toLowerCase()}/${name}`, namespace)],
        },
      ]
    })
  },
})
