import type { Command } from 'commander'
import type { KubeObject } from '../../../api/meta.ts'
import type { Resource } from '../../../api/resource.ts'
import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { list, repeated } from '../../flags.ts'
import { checkFormat } from '../../output/printing.ts'
import { collectObjects } from '../../selection/collect-objects.ts'
import { namesFiles, type Selection } from '../../selection/selection.ts'
import { changeEach } from '../../set/change-each.ts'
import { type EnvChanges, parseChanges, splitEnvironment, updatedEnv } from '../../set/env/arguments.ts'
import { listEnv } from '../../set/env/list.ts'
import { sourceSelection, variablesFrom } from '../../set/env/source.ts'
import { checkAll, checkLocal, declareSet, looseSelection, type SetFlags } from '../../set/flags.ts'
import { allContainers, namePattern, withContainers, withPodSpec } from '../../set/pod-spec.ts'
import { type Context, defineVerb } from '../../verb.ts'

interface EnvFlags extends SetFlags {
  readonly containers: string
  readonly from: string
  readonly keys: readonly string[]
  readonly prefix: string
  readonly env: readonly string[]
  readonly list: boolean
  readonly resolve: boolean
  readonly overwrite: boolean
}

export const env = defineVerb({
  usage: 'RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
  description:
    'Set, take away and list the environment of containers. NAME- takes a variable away, - reads standard input.',
  examples: `# Set one
kubectl set env deployment/web MODE=dark

# All keys of a config map, each name with MY_ in front
kubectl set env --from=configmap/settings --prefix=MY_ deployment/web

# What there is
kubectl set env deployment/web --list

# Take it away
kubectl set env deployment/web MODE-`,
  declare,
  complete(args, flags: EnvFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkAll(flags)
    const { resources, changes } = splitEnvironment(args)
    checkFormat(flags)
    checkLocal(flags, dryRun)
    if (resources.length === 0 && !namesFiles(flags)) {
      throw new Failure('one or more resources must be specified as <resource> <name> or <resource>/<name>')
    }
    if (flags.list && flags.output) throw new Failure('--list and --output may not be specified together')
    if (flags.keys.length > 0 && !flags.from) {
      throw new Failure('when specifying --keys, a configmap or secret must be provided with --from')
    }
    const words = [...flags.env, ...changes]
    const source = flags.from ? sourceSelection(flags.from, flags, invocation) : undefined
    return { flags, dryRun, words, source, selection: looseSelection(resources, flags, invocation) }
  },
  async run({ flags, dryRun, words, source, selection }, context) {
    const changes = await readChanges({ words, flags, source }, context)
    if (flags.list) {
      const { objects, error } = await collectObjects(selection, context)
      if (error !== undefined) throw error
      for (const { object, resource } of objects) await listOne(object, { resource, flags, changes, context })
      return
    }
    const failure = 'failed to patch env update to pod template: '
    const change = (object: KubeObject, resource: Resource): KubeObject =>
      withEnv(object, { resource, flags, changes, context })
    await changeEach({ selection, flags, dryRun, did: 'env updated', failure, change }, context)
  },
})

function declare(command: Command): void {
  declareSet(command, { record: false })
  command
    .option('-c, --containers <pattern>', 'The names of the containers; * is any text.', '*')
    .option('--from <object>', 'A ConfigMap or Secret whose keys become variables: configmap/NAME.', '')
    .option('--keys <keys>', 'Only these keys of it.', list, [])
    .option('--prefix <text>', 'What to put before each name.', '')
    .option('-e, --env <pair>', 'A variable: NAME=VALUE; may be repeated.', repeated, [])
    .option('--list', 'Print the variables.', false)
    .option('--resolve', 'Look up values that stand in ConfigMaps and Secrets when listing.', false)
    .option('--overwrite', 'Change variables that have another value already.', true)
}

interface Reading {
  readonly words: readonly string[]
  readonly flags: EnvFlags
  readonly source: Selection | undefined
}

const readChanges = async ({ words, flags, source }: Reading, context: Context): Promise<EnvChanges> => {
  const stdin = words.includes('-') ? await context.io.in.readAll() : ''
  const { set, remove } = parseChanges(words, stdin)
  const from = source ? await variablesFrom({ selection: source, keys: flags.keys }, context) : []
  return { remove, set: [...set, ...from].map(each => ({ ...each, name: flags.prefix + each.name })) }
}

interface Changing {
  readonly resource: Resource
  readonly flags: EnvFlags
  readonly changes: EnvChanges
  readonly context: Context
}

const withEnv = (object: KubeObject, { resource, flags, changes, context }: Changing): KubeObject =>
  withPodSpec(object, resource, spec => {
    const isPicked = namePattern(flags.containers)
    if (!allContainers(spec).some(({ name }) => isPicked(name))) {
      const owner = `${resource.kind}/${object.metadata.name}`
      context.warn(`${owner} does not have any containers matching "${flags.containers}"`)
    }
    return withContainers(spec, isPicked, container => {
      if (!flags.overwrite) checkOverwrite(container.env ?? [], changes)
      const variables = updatedEnv(container.env ?? [], changes)
      const { env: _, ...rest } = container
      return variables.length > 0 ? { ...rest, env: variables } : rest
    })
  })

const checkOverwrite = (old: EnvChanges['set'], { set }: EnvChanges): void => {
  for (const { name, value } of set) {
    const current = old.find(each => each.name === name)
    if (current && (current.value ?? '') !== (value ?? '')) {
      throw new Error(`'${name}' already has a value (${current.value ?? ''}), and --overwrite is false`)
    }
  }
}

const listOne = async (object: KubeObject, { resource, flags, changes, context }: Changing): Promise<void> => {
  const { kind } = resource
  const { resolve } = flags
  const isPicked = namePattern(flags.containers)
  const spec = resource.workload?.template?.(object).spec ?? { containers: [] }
  for (const container of allContainers(spec).filter(each => isPicked(each.name))) {
    await listEnv({ kind, object, container, env: updatedEnv(container.env ?? [], changes), resolve }, context)
  }
}
