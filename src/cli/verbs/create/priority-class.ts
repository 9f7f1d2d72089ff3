import type { KubeObject } from '../../../api/meta.ts'
import { integer32 } from '../../flags.ts'
import { defineGenerator } from '../../generators/generator.ts'

interface PriorityClassFlags {
  readonly value: number
  readonly globalDefault: boolean
  readonly description: string
  readonly preemptionPolicy: string
}

export const priorityClass = defineGenerator({
  kind: 'PriorityClass',
  usage: 'NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none]',
  description: 'Make a priority class: which pods go first where there is not room for all.',
  examples: `# For pods that matter
kubectl create priorityclass high --value=1000 --description="high priority"`,
  failure: 'failed to create priorityclass: ',
  declare(command) {
    command
      .option('--value <value>', 'The priority.', integer32, 0)
      .option('--global-default', 'For pods that name no class, too.', false)
      .option('--description <text>', 'When the class is to be used.', '')
      .option('--preemption-policy <policy>', 'Whether others must make room.', 'PreemptLowerPriority')
  },
  build: ({ name }, { value, globalDefault, description, preemptionPolicy }: PriorityClassFlags) =>
    ({
      kind: 'PriorityClass',
      apiVersion: 'scheduling.k8s.io/v1',
      metadata: { name },
      value,
      ...(globalDefault ? { globalDefault } : {}),
      ...(description ? { description } : {}),
      preemptionPolicy,
    }) as KubeObject,
})
