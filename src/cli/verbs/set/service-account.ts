import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { changeEach } from '../../set/change-each.ts'
import { checkSet, declareSet, type SetFlags, setSelection } from '../../set/flags.ts'
import { withPodSpec } from '../../set/pod-spec.ts'
import { defineVerb } from '../../verb.ts'

export const serviceAccount = defineVerb({
  usage: '(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT',
  description: 'Change the service account that the pods of an object run as.',
  examples: `# The pods of a deployment
kubectl set serviceaccount deployment web robot`,
  declare: declareSet,
  complete(args, flags: SetFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkSet(flags, dryRun)
    const [name, ...resources] = args.toReversed()
    if (name === undefined) throw new Failure('serviceaccount is required')
    return { flags, dryRun, name, selection: setSelection(resources.toReversed(), flags, invocation) }
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
