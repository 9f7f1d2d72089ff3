import type { Pod } from '../../../api/generated/types.ts'
import { breakPods } from '../../fault/break-pods.ts'
import { integer } from '../../flags.ts'
import { type SelectionFlags, selectionOf } from '../../selection/selection.ts'
import { declareSelector } from '../../selection/selectors.ts'
import { defineVerb } from '../../verb.ts'

interface CrashFlags extends SelectionFlags {
  readonly container: string
  readonly exitCode: number
  readonly once: boolean
}

export const crash = defineVerb({
  usage: 'TYPE/NAME [--once]',
  description: 'Let a container end now, and again whenever it is started, so that it comes into CrashLoopBackOff.',
  examples: `# Again and again
kubesim fault crash pod/web-1

# A single restart
kubesim fault crash pod/web-1 --once --exit-code=137`,
  declare(command) {
    command.option('-c, --container <name>', 'The container; the first one if unset.', '')
    command.option('--exit-code <code>', 'The code that it ends with.', integer, 1)
    command.option('--once', 'Let it run the next time.', false)
    command.option('--all', 'All pods of the namespace.', false)
    declareSelector(command)
  },
  complete: (args, flags: CrashFlags, invocation) => ({
    flags,
    selection: selectionOf({ args, flags, invocation }),
  }),
  run: ({ flags: { container, exitCode, once }, selection }, context) =>
    breakPods(
      {
        selection,
        container,
        fault: (name, from, pod) => ({
          fault: 'crash',
          container: name,
          exitCode,
          from,
          ...(once ? { run: restartsOf(pod, name) } : {}),
        }),
      },
      context,
    ),
})

const restartsOf = ({ status }: Pod, container: string): number =>
  status?.containerStatuses?.find(({ name }) => name === container)?.restartCount ?? 0
