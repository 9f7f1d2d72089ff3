import type { Command } from 'commander'
import type { Resource } from '../../api/resource.ts'
import { Failure, UsageError } from '../errors.ts'
import { list } from '../flags.ts'
import type { Invocation } from '../verb.ts'
import type { SelectorFlags } from './selectors.ts'
import { type NamedTarget, parseTargets } from './targets.ts'

export interface FileFlags {
  readonly filename?: readonly string[]
  readonly kustomize?: string
  readonly recursive?: boolean
}

export interface SelectionFlags extends FileFlags, SelectorFlags {
  readonly allNamespaces?: boolean
  /** All objects of the types. */
  readonly all?: boolean
  /** What files hold is not the cluster's. */
  readonly local?: boolean
}

/** Which objects a command is about. */
export type Selection =
  | { readonly from: 'names'; readonly objects: readonly NamedTarget[] }
  | {
      readonly from: 'lists'
      readonly resources: readonly Resource[]
      /** Unset for all namespaces. */
      readonly namespace: string | undefined
      readonly labelSelector: string | undefined
      readonly fieldSelector: string | undefined
    }
  | ({
      readonly from: 'files'
      readonly validate?: boolean
      readonly selector?: string
      readonly local?: boolean
    } & FileFlags)

/** Adds `-f` and `-R`, and `-k` if not told otherwise; `recursive` is what -R is by default. */
export const declareFiles = (
  command: Command,
  what: string,
  { kustomize = true, recursive = false }: { readonly kustomize?: boolean; readonly recursive?: boolean } = {},
): Command => {
  command.option('-f, --filename <files>', `Files, folders or - for standard input that hold ${what}.`, list, [])
  if (kustomize) {
    command.option('-k, --kustomize <folder>', 'A folder with a kustomization. Not together with -f or -R.', '')
  }
  return command.addOption(
    command.createOption('-R, --recursive', 'Look for files in the folders of a folder, too.').default(recursive),
  )
}

/** Adds `-A`. */
export const declareAllNamespaces = (command: Command): Command =>
  command.option('-A, --all-namespaces', 'All namespaces, whatever namespace is set.', false)

interface Given {
  readonly args: readonly string[]
  readonly flags: SelectionFlags
  readonly invocation: Invocation
  /** Whether types alone mean all of their objects, as for `get`. */
  readonly typesMeanAll?: boolean
  /** Whether --all is a selector itself, as for `delete`, and so not for names; else it only lets types stand alone. */
  readonly allSelects?: boolean
}

/** What operands and flags select. Throws where they say nothing, or too much. */
export const selectionOf = ({
  args,
  flags,
  invocation,
  typesMeanAll = false,
  allSelects = false,
}: Given): Selection => {
  const hasSelector = Boolean(flags.selector || flags.fieldSelector)
  if (namesFiles(flags)) {
    checkFiles(flags)
    if (args.length > 0) throw new UsageError(notBoth(args))
    return { from: 'files', ...fileFlagsOf(flags) }
  }
  const targets = parseTargets(args)
  const selectsAll = allSelects && flags.all === true
  if (selectsAll && hasSelector) throw new UsageError("setting 'all' parameter but found a non empty selector. ")
  if (hasSelector || selectsAll) {
    if (targets.objects.length > 0) throw new UsageError(selectorAndName(args))
    if (targets.resources.length === 0)
      throw new UsageError('at least one resource must be specified to use a selector')
  }
  if (targets.objects.length > 0) return named(targets.objects, flags)
  if (targets.resources.length === 0) throw new UsageError(nothingGiven)
  if (!hasSelector && !flags.all && !typesMeanAll) {
    throw new UsageError('resource(s) were provided, but no name was specified')
  }
  return {
    from: 'lists',
    resources: targets.resources,
    namespace: flags.allNamespaces ? undefined : invocation.namespace,
    labelSelector: flags.selector || undefined,
    fieldSelector: flags.fieldSelector || undefined,
  }
}

// Only these: a verb's other flags may have names that mean something else to a reader of files.
const fileFlagsOf = ({
  filename = [],
  kustomize = '',
  recursive = false,
  selector = '',
  local = false,
}: SelectionFlags) => ({
  filename,
  kustomize,
  recursive,
  selector,
  local,
})

export const namesFiles = ({ filename = [], kustomize = '' }: FileFlags): boolean =>
  filename.length > 0 || kustomize !== ''

/** For verbs that only take files (`apply`): one of -f and -k must be there. */
export const requireFiles = (flags: FileFlags): void => {
  if (!namesFiles(flags)) throw new Failure('must specify one of -f and -k')
  checkFiles(flags)
}

const checkFiles = ({ filename = [], kustomize = '', recursive = false }: FileFlags): void => {
  if (kustomize !== '' && filename.length > 0) throw new Failure('only one of -f or -k can be specified')
  if (kustomize !== '' && recursive) throw new Failure("the -k flag can't be used with -f or -R")
}

const named = (objects: readonly NamedTarget[], { allNamespaces }: SelectionFlags): Selection => {
  if (allNamespaces && objects.some(({ resource }) => resource.namespaced)) {
    throw new UsageError('a resource cannot be retrieved by name across all namespaces')
  }
  return { from: 'names', objects }
}

// `pod/a` and `pod a` are refused in different words.
const selectorAndName = (args: readonly string[]): string =>
  args.some(word => word.includes('/'))
    ? 'selectors and the all flag cannot be used when passing resource/name arguments'
    : 'name cannot be provided when a selector is specified'

const notBoth = (args: readonly string[]): string =>
  args.some(word => word.includes('/'))
    ? 'resource/name arguments cannot be provided when a path is specified'
    : 'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well'

/** The refusal of neither operands nor files. */
export const nothingGiven = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`

/** The refusal of operands beside --local. */
export const onlyFiles = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`
