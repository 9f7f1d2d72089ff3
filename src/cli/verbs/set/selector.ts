import type { Command } from 'commander'
import type { LabelSelector } from '../../../api/generated/types.ts'
import type { KubeObject } from '../../../api/meta.ts'
import type { Resource } from '../../../api/resource.ts'
import { parseToLabelSelector } from '../../../api/selector-convert.ts'
import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { checkFormat } from '../../output/printing.ts'
import { changeEach } from '../../set/change-each.ts'
import { declareSet, type SetFlags, setSelection } from '../../set/flags.ts'
import { defineVerb } from '../../verb.ts'

interface SelectorFlags extends SetFlags {
  readonly resourceVersion: string
}

export const selector = defineVerb({
  usage: '(-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]',
  description: 'Change which pods a Service selects. What it selected before is forgotten.',
  examples: `# The pods labelled app=web
kubectl set selector service web app=web`,
  declare(command: Command) {
    declareSet(command, { selector: false, kustomize: false })
    command.option('--resource-version <version>', 'Only if this is the version of the object.', '')
  },
  complete(args, flags: SelectorFlags, invocation) {
    const dryRun = dryRunOf(flags)
    const [expression, ...resources] = args.toReversed()
    const labels = expression === undefined ? undefined : parseToLabelSelector(expression)
    checkFormat(flags)
    if (labels === undefined) throw new Failure('one selector is required')
    return { flags, dryRun, labels, selection: setSelection(resources.toReversed(), flags, invocation) }
  },
  run: ({ flags, dryRun, labels, selection }, context) =>
    changeEach(
      {
        selection,
        flags,
        dryRun,
        did: 'selector updated',
        alwaysSends: true,
        change: (object, resource) => withVersion(withSelector(object, resource, labels), flags),
      },
      context,
    ),
})

const withSelector = (object: KubeObject, { workload }: Resource, labels: LabelSelector): KubeObject => {
  if (!workload?.withSelector) throw new Failure('setting a selector is only supported for Services')
  const { matchLabels = {}, matchExpressions = [] } = labels
  if (matchExpressions.length === 0) return workload.withSelector(object, matchLabels)
  const shown = matchExpressions.map(({ key, operator, values = [] }) => `{${key} ${operator} [${values.join(' ')}]}`)
  throw new Failure(`match expression [${shown.join(' ')}] not supported on this object`)
}

const withVersion = (object: KubeObject, { resourceVersion }: SelectorFlags): KubeObject =>
  resourceVersion ? { ...object, metadata: { ...object.metadata, resourceVersion } } : object
