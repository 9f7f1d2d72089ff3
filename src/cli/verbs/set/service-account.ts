import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { checkFormat } from '../../output/printing.ts'
import { changeEach } from '../../set/change-each.ts'
import { checkLocal, declareSet, looseSelection, type SetFlags } from '../../set/flags.ts'
import { withPodSpec } from '../../set/pod-spec.ts'
import { defineVerb } from '../../verb.ts'

export const serviceAccount = defineVerb({
  usage: '(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT',
  description: 'Change the service account that the pods of an object run as.',
  examples: `# The pods of a deployment
kubectl set serviceaccount deployment web robot`,
  declare: command => declareSet(command, { selector: false }),
  complete(args, flags: SetFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkLocal(flags, dryRun)
    checkFormat(flags)
    const [name, ...resources] = args.toReversed()
    if (name === undefined) throw new Failure('serviceaccount is required')
    return { flags, dryRun, name, selection: looseSelection(resources.toReversed(), flags, invocation) }
  },
  run: ({ flags, dryRun, name, selection }, context) =>
    changeEach(
      {
        selection,
        flags,
        dryRun,
        did: 'serviceaccount updated',
        failure: 'failed to patch ServiceAccountName ',
        alwaysSends: true,
        change: (object, resource) => withPodSpec(object, resource, spec => ({ ...spec, serviceAccountName: name })),
      },
      context,
    ),
})
