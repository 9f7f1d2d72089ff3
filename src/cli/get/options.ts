import { Failure } from '../errors.ts'
import { checkRawPath } from '../raw/flags.ts'
import { namesFiles, type Selection, selectionOf } from '../selection/selection.ts'
import type { Invocation } from '../verb.ts'
import type { GetFlags } from './flags.ts'

export interface GetOptions {
  readonly flags: GetFlags
  /** Unset for --raw. */
  readonly selection: Selection | undefined
  /** Whether exactly one object was asked for by name: it is printed by itself, not in a List. */
  readonly single: boolean
}

/** What `get` shall do. Throws where the flags do not go together. */
export const getOptions = (args: readonly string[], flags: GetFlags, invocation: Invocation): GetOptions => {
  if (flags.raw) {
    if (args.length > 0) throw new Failure('arguments may not be passed when --raw is specified')
    checkRaw(flags)
    return { flags, selection: undefined, single: false }
  }
  if (args.length === 0 && !namesFiles(flags)) throw nothingNamed()
  checkFlags(flags)
  const selection = selectionOf({ args, flags, invocation, typesMeanAll: true })
  if (flags.subresource && selection.from === 'lists') {
    throw new Failure('subresource cannot be used when bulk resources are specified')
  }
  return { flags, selection, single: isSingle(selection) }
}

const isSingle = (selection: Selection): boolean => {
  if (selection.from === 'names') return selection.objects.length === 1
  return selection.from === 'files' && selection.filename?.length === 1
}

const nothingNamed = (): Failure =>
  new Failure(
    'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported ' +
      'resources.\n\nerror: Required resource not specified.\n' +
      'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
    { plain: true, hint: 'examples' },
  )

const checkRaw = ({ raw, watch, watchOnly, selector, output }: GetFlags): void => {
  if (watch || watchOnly || selector) {
    throw new Failure('--raw may not be specified with other flags that filter the server request or alter the output')
  }
  if (output) throw new Failure('--raw and --output are mutually exclusive')
  checkRawPath(raw)
}

const checkFlags = ({ showLabels, output, outputWatchEvents, watch, watchOnly }: GetFlags): void => {
  if (showLabels && output && output !== 'wide') {
    throw new Failure(`--show-labels option cannot be used with ${output} printer`)
  }
  if (outputWatchEvents && !watch && !watchOnly) {
    throw new Failure('--output-watch-events option can only be used with --watch or --watch-only')
  }
}
