import type { FaultOf } from '../../../api/faults.ts'
import { objectName } from '../../../api/resource.ts'
import { faultText } from '../../fault/fault-text.ts'
import { addFault } from '../../fault/write-faults.ts'
import { duration } from '../../flags.ts'
import { forEachObject, liveObject } from '../../selection/find-objects.ts'
import { type SelectionFlags, selectionOf } from '../../selection/selection.ts'
import { declareSelector } from '../../selection/selectors.ts'
import { defineVerb, Failure, UsageError } from '../../verb.ts'

interface PathFlags extends SelectionFlags {
  readonly latency: number
  readonly loss: string
}

export const path = defineVerb({
  usage: 'TYPE/NAME (--latency=TIME | --loss=PERCENT)',
  description: 'Make the way to a pod, a node or a Service slow, or let it lose packets.',
  examples: `# A slow DNS
kubesim fault path service/kube-dns -n kube-system --latency=2s

# One of three packets does not arrive
kubesim fault path node/my-cluster-worker --loss=33%`,
  declare(command) {
    command.option('--latency <time>', 'What the way takes more.', duration, 0)
    command.option('--loss <percent>', 'How many of a hundred packets are lost.', '')
    declareSelector(command)
  },
  complete(args, flags: PathFlags, invocation) {
    const loss = lossOf(flags.loss)
    if (flags.latency <= 0 && loss === 0)
      throw new UsageError('one of --latency and --loss is required', { hint: true })
    const fault: FaultOf<'path'> = {
      fault: 'path',
      ...(flags.latency > 0 ? { latency: flags.latency } : {}),
      ...(loss > 0 ? { loss } : {}),
    }
    return { fault, selection: selectionOf({ args, flags, invocation }) }
  },
  async run({ fault: made, selection }, context) {
    const fault = { ...made, from: await context.client.now() }
    await forEachObject(selection, context, async found => {
      const { resource, name } = found
      if (!kinds.has(resource.kind))
        throw new Failure(`a way leads to pods, nodes and services, not to ${resource.plural}`)
      await addFault({ resource, object: await liveObject(found, context) }, fault, context)
      context.io.out.write(`${objectName(resource, name)} broken: ${faultText(fault)}\n`)
    })
  },
})

const kinds = new Set(['Pod', 'Node', 'Service'])

const lossOf = (text: string): number => {
  if (text === '') return 0
  const [, digits] = /^(\d+(?:\.\d+)?)%?$/.exec(text) ?? []
  const percent = Number(digits)
  if (!(percent >= 0 && percent <= 100)) throw new UsageError(`--loss is a number from 0 to 100, not "${text}"`)
  return percent / 100
}
