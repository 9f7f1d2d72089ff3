import type { Container } from '../../../api/generated/types.ts'
import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { parseQuantityPairs } from '../../generators/quantity-pairs.ts'
import { checkFormat } from '../../output/printing.ts'
import { changeEach } from '../../set/change-each.ts'
import { checkAll, checkLocal, declareSet, type SetFlags, setSelection } from '../../set/flags.ts'
import { allContainers, namePattern, withContainers, withPodSpec } from '../../set/pod-spec.ts'
import { defineVerb } from '../../verb.ts'

interface ResourcesFlags extends SetFlags {
  readonly containers: string
  readonly limits: string
  readonly requests: string
}

export const resources = defineVerb({
  usage: '(-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]',
  description: 'Change how much of a node the containers ask for, and how much they may use.',
  examples: `# One container of a deployment
kubectl set resources deployment web -c=nginx --limits=cpu=200m,memory=512Mi

# Limits and requests of all containers
kubectl set resources deployment web --limits=cpu=200m,memory=512Mi --requests=cpu=100m,memory=256Mi`,
  declare(command) {
    declareSet(command)
    command
      .option('-c, --containers <pattern>', 'The names of the containers; * is any text.', '*')
      .option('--limits <amounts>', 'What they may use at most: cpu=100m,memory=256Mi.', '')
      .option('--requests <amounts>', 'What a node must have left for them: cpu=100m,memory=256Mi.', '')
  },
  complete(args, flags: ResourcesFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkFormat(flags)
    return { flags, dryRun, selection: setSelection(args, flags, invocation) }
  },
  async run({ flags, dryRun, selection }, context) {
    let amounts: Both = { limits: {}, requests: {} }
    const check = (): void => {
      checkLocal(flags, dryRun)
      checkAll(flags)
      amounts = readAmounts(flags)
    }
    const isPicked = namePattern(flags.containers)
    const failure = 'failed to patch resources update to pod template '
    await changeEach(
      {
        selection,
        flags,
        dryRun,
        did: 'resource requirements updated',
        failure,
        check,
        change: (object, resource) =>
          withPodSpec(object, resource, spec => {
            if (!allContainers(spec).some(({ name }) => isPicked(name))) {
              throw new Failure(`error: unable to find container named ${flags.containers}`)
            }
            return withContainers(spec, isPicked, container => withAmounts(container, amounts))
          }),
      },
      context,
    )
  },
})

type Amounts = Readonly<Record<string, string>>

interface Both {
  readonly limits: Amounts
  readonly requests: Amounts
}

const readAmounts = ({ limits, requests }: ResourcesFlags): Both => {
  if (!limits && !requests) {
    throw new Failure('you must specify an update to requests or limits (in the form of --requests/--limits)')
  }
  return { limits: parseQuantityPairs(limits), requests: parseQuantityPairs(requests) }
}

const withAmounts = (container: Container, { limits, requests }: Both): Container => {
  const { resources: old = {} } = container
  const merged = { limits: { ...old.limits, ...limits }, requests: { ...old.requests, ...requests } }
  const isSet = (amounts: object): boolean => Object.keys(amounts).length > 0
  return {
    ...container,
    resources: {
      ...old,
      ...(isSet(merged.limits) ? { limits: merged.limits } : {}),
      ...(isSet(merged.requests) ? { requests: merged.requests } : {}),
    },
  }
}
