import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { isReason } from '../../api/status-error.ts'
import { formatTabular } from '../../printers/tabular.ts'
import { throwAll } from '../errors.ts'
import { integer } from '../flags.ts'
import { type Found, foundIn, listObjects, liveObject } from '../selection/find-objects.ts'
import {
  declareAllNamespaces,
  declareFiles,
  namesFiles,
  type SelectionFlags,
  selectionOf,
} from '../selection/selection.ts'
import { declareSelector } from '../selection/selectors.ts'
import { type Context, defineVerb, UsageError } from '../verb.ts'

interface DescribeFlags extends SelectionFlags {
  readonly showEvents: boolean
}

interface Subject {
  readonly resource: Resource
  readonly object: KubeObject
}

export const describe = defineVerb({
  usage: '(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  description: `Tells all that there is to say of objects, with what belongs to them and what happened to them.

A name that no object has stands for all objects whose names begin with it.`,
  examples: `# A node
kubectl describe nodes my-cluster-worker

# The pods with a label
kubectl describe pods -l app=web

# Everything whose name begins with web
kubectl describe services web

# Without what happened
kubectl describe service/kubernetes --show-events=false`,

  declare(command) {
    declareFiles(command, 'what to describe')
    declareAllNamespaces(command)
    declareSelector(command)
    command.option('--chunk-size <count>', 'Accepted; lists are given in one piece.', integer, 500)
    command.option('--show-events', 'Tell what happened, too. By default only where one object is described.', true)
  },

  complete(args, flags: DescribeFlags, invocation) {
    if (args.length === 0 && !namesFiles(flags)) throw new UsageError(nothingNamed)
    return {
      selection: selectionOf({ args, flags, invocation, typesMeanAll: true }),
      allNamespaces: flags.allNamespaces ?? false,
      showEvents: invocation.given('show-events') ? flags.showEvents : undefined,
      mayBePrefix: args.length === 2,
      arePairs: args.some(word => word.includes('/')),
    }
  },

  async run({ selection, allNamespaces, showEvents, mayBePrefix, arePairs }, context) {
    const errors: unknown[] = []
    const found: Found[] = []
    for await (const next of foundIn(selection, context)) {
      try {
        found.push(next())
      } catch (error) {
        errors.push(error)
      }
    }
    const unread = errors.length
    const subjects = await readSubjects(found, errors, context)
    const [named] = found
    if (mayBePrefix && named && errors.length === 1 && isReason(errors[0], 'NotFound')) {
      // A pair is taken for a prefix that no name has.
      if (arePairs) throw errors[0]
      if (found.some(({ resource }) => resource !== named.resource)) {
        throw new UsageError('you may only specify a single resource type')
      }
      return describePrefix({ found: named, error: errors[0], showEvents: showEvents ?? false }, context)
    }
    const texts = await describeAll(subjects, showEvents ?? (subjects.length === 1 && errors.length === 0), context)
    context.io.out.write(texts.join('\n\n'), 'describe')
    if (texts.length === 0 && errors.length === 0) {
      context.io.err.write(`No resources found${allNamespaces ? '' : ` in ${context.namespace} namespace.`}\n`)
    }
    throwAll(errors, { listed: selection.from === 'files' && unread > 0 })
  },
})

const nothingNamed =
  'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.'

const readSubjects = async (found: readonly Found[], errors: unknown[], context: Context): Promise<Subject[]> => {
  const subjects: Subject[] = []
  for (const one of found) {
    try {
      const object = one.object && !one.source ? one.object : await liveObject(one, context)
      subjects.push({ resource: one.resource, object })
    } catch (error) {
      errors.push(error)
    }
  }
  return subjects
}

interface Prefix {
  /** What nothing has the name of. */
  readonly found: Found
  readonly error: unknown
  readonly showEvents: boolean
}

/** Everything whose name begins like that, each followed by an empty line; the error if nothing does. */
const describePrefix = async ({ found, error, showEvents }: Prefix, context: Context): Promise<void> => {
  const { resource, namespace, name } = found
  const { items } = await listObjects(
    resource,
    { namespace, labelSelector: undefined, fieldSelector: undefined },
    context,
  )
  const subjects = items
    .filter(({ metadata }) => metadata.name?.startsWith(name))
    .map((object): Subject => ({ resource, object }))
  if (subjects.length === 0) throw error
  const texts = await describeAll(subjects, showEvents, context)
  context.io.out.write(texts.map(text => `${text}\n`).join(''), 'describe')
}

const describeAll = async (
  subjects: readonly Subject[],
  showEvents: boolean,
  { client }: Context,
): Promise<readonly string[]> => {
  const texts: string[] = []
  const now = await client.now()
  for (const { resource, object } of subjects) {
    const describeObject = resource.describe ?? (await import('../../api/describe/generic.ts')).describeGeneric
    const lines = await describeObject(object, { client, now, showEvents })
    texts.push(formatTabular(lines))
  }
  return texts
}
