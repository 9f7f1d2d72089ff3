import { resourceOfKind } from '../../../api/lookup.ts'
import type { AccessReview, AccessSpec } from '../../../api/resources/access-review/review.ts'
import type { Invocation } from '../../verb.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'
import { ask } from './ask.ts'
import { isKnownVerb, subjectOf } from './subject.ts'

interface CanIFlags {
  readonly allNamespaces: boolean
  readonly quiet: boolean
  readonly subresource: string
  readonly list: boolean
  readonly noHeaders: boolean
}

export const canI = defineVerb({
  usage: 'VERB [TYPE | TYPE/NAME | NONRESOURCEURL]',
  description: `Asks the cluster whether an action is allowed: by the exit code, and by yes or no.

VERB is one of the API (get, list, create, ...), not of kubectl. Together with --as it tells what others may do.`,
  examples: `# May I create Services in this namespace?
kubectl auth can-i create services

# May this service account list pods?
kubectl auth can-i list pods --as=system:serviceaccount:default:default

# May I read logs?
kubectl auth can-i get pods --subresource=log

# All that I may do
kubectl auth can-i --list`,

  declare(command) {
    command.option('-A, --all-namespaces', 'Ask about all namespaces at once.', false)
    command.option('-q, --quiet', 'Answer by the exit code alone.', false)
    command.option('--subresource <name>', 'A part of the objects: log, status, scale.', '')
    command.option('--list', 'Show all that is allowed.', false)
    command.option('--no-headers', 'With --list: leave the heading out.', false)
  },

  complete(args, flags: CanIFlags, invocation) {
    if (flags.list) return { list: true as const, ...listed(args, flags) }
    const [verb, what] = args
    if (verb === undefined || what === undefined || args.length > 2) throw new Failure(twoWords)
    return { ...flags, list: false as const, verb, what, namespace: namespaceOf(flags, invocation) }
  },

  async run(options, context) {
    if (options.list) {
      const { printRules } = await import('./print-rules.ts')
      return printRules(options, context)
    }
    const spec = specOf(options, context)
    if (options.noHeaders) throw new Failure('--no-headers cannot be set without --list specified')
    const { status } = await ask<AccessReview>(resourceOfKind('SelfSubjectAccessReview'), { spec }, context)
    const allowed = status?.allowed ?? false
    if (!options.quiet) context.io.out.write(allowed ? 'yes\n' : 'no\n')
    if (!allowed) throw new Failure('')
  },
})

const twoWords =
  'you must specify two arguments: verb resource or verb resource/resourceName.\n' +
  "See 'kubectl auth can-i -h' for help and examples."

const listed = (args: readonly string[], { quiet, allNamespaces, subresource, noHeaders }: CanIFlags) => {
  if (args.length > 0) throw new Failure('list option must be specified with no arguments')
  if (quiet || allNamespaces || subresource) {
    throw new Failure("list option can't be specified with neither quiet, all-namespaces nor subresource options")
  }
  return { noHeaders }
}

const namespaceOf = ({ allNamespaces }: CanIFlags, { namespace }: Invocation): string =>
  allNamespaces ? '' : namespace

interface Question extends CanIFlags {
  readonly verb: string
  readonly what: string
  readonly namespace: string
}

/** What is asked, and warnings about what looks odd: nothing of it is refused. */
const specOf = ({ verb, what, subresource, namespace, allNamespaces }: Question, { io }: Context): AccessSpec => {
  const warn = (text: string): void => io.err.write(`Warning: ${text}\n\n`)
  if (what.startsWith('/')) {
    if (subresource) throw new Failure('--subresource can not be used with NonResourceURL')
    if (!isKnownVerb(verb, 'path')) warn(`verb '${verb}' is not a known verb`)
    return { nonResourceAttributes: { verb, path: what } }
  }
  const slash = what.indexOf('/')
  const { group, resource, namespaced } = subjectOf(slash < 0 ? what : what.slice(0, slash), warn)
  if (!allNamespaces && !namespaced) {
    warn(`resource '${resource}' is not namespace scoped${group && ` in group '${group}'`}`)
  }
  if (!allNamespaces && !isKnownVerb(verb, 'resource')) warn(`verb '${verb}' is not a known verb`)
  const name = slash < 0 ? '' : what.slice(slash + 1)
  return {
    resourceAttributes: {
      ...{ namespace, verb, group, resource },
      ...(subresource ? { subresource } : {}),
      ...(name ? { name } : {}),
    },
  }
}
