import type { Fault, ProbeName } from '../../../api/faults.ts'
import type { Pod } from '../../../api/generated/types.ts'
import { breakPods } from '../../fault/break-pods.ts'
import { type SelectionFlags, selectionOf } from '../../selection/selection.ts'
import { declareSelector } from '../../selection/selectors.ts'
import { defineVerb, Failure, UsageError } from '../../verb.ts'

interface ProbeFlags extends SelectionFlags {
  readonly container: string
  readonly probe: string
}

const names: readonly ProbeName[] = ['readiness', 'liveness', 'startup']

export const probe = defineVerb({
  usage: '(POD | TYPE NAME) [--probe=readiness]',
  description:
    'Let a probe of a container fail from now on. It is as good as its thresholds: it counts as failed after some tries.',
  examples: `# A pod that gets no traffic any more
kubesim fault probe pod/web-1

# A container that is restarted again and again
kubesim fault probe pods -l app=web --probe=liveness`,
  declare(command) {
    command.option('-c, --container <name>', 'The container; the first one if unset.', '')
    command.option('--probe <name>', `Which probe: ${names.join(', ')}.`, 'readiness')
    command.option('--all', 'All pods of the namespace.', false)
    declareSelector(command)
  },
  complete(args, flags: ProbeFlags, invocation) {
    const probe = names.find(name => name === flags.probe)
    if (!probe) throw new UsageError(`--probe is ${names.join(', ')}, not "${flags.probe}"`)
    return { probe, container: flags.container, selection: selectionOf({ args, flags, invocation }) }
  },
  run: ({ probe, container, selection }, context) =>
    breakPods({ selection, container, fault: (name, from, pod) => probeFault({ pod, name, probe, from }) }, context),
})

const probeFault = ({
  pod,
  name,
  probe,
  from,
}: {
  readonly pod: Pod
  readonly name: string
  readonly probe: ProbeName
  readonly from: number
}): Fault => {
  const container = pod.spec.containers.find(one => one.name === name)
  if (!container?.[`${probe}Probe`])
    throw new Failure(`container ${name} of pod ${pod.metadata.name} has no ${probe} probe`)
  return { fault: 'probe', container: name, probe, from }
}
