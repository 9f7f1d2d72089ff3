import type { Command } from 'commander'
import { resourceOfKind } from '../../api/lookup.ts'
import { formatApiVersion, type KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { parseTarget, resourceMetric } from '../autoscale/target.ts'
import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { integer32 } from '../flags.ts'
import { createObject, withOwnConfiguration } from '../generators/create-object.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { declareRecord, recorded } from '../record.ts'
import { declareSaveConfig, type SaveConfigFlags } from '../save-config.ts'
import { forEachObject, liveObject } from '../selection/find-objects.ts'
import { declareFiles, type FileFlags, selectionOf } from '../selection/selection.ts'
import { defineVerb, Failure } from '../verb.ts'

interface AutoscaleFlags extends FileFlags, PrintFlags, DryRunFlags, FieldManagerFlags, SaveConfigFlags {
  readonly min: number
  readonly max: number
  readonly cpuPercent: number
  readonly cpu: string
  readonly memory: string
  readonly name: string
}

export const autoscale = defineVerb({
  usage: '(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY]',
  description:
    'Make an autoscaler, which changes the size of a deployment, replica set or stateful set by what its pods use.',
  examples: `# Between two and ten pods
kubectl autoscale deployment web --min=2 --max=10

# Up to five, at 80 percent of the CPU that they ask for
kubectl autoscale deployment web --max=5 --cpu=80%`,
  actsOn: ({ scale }) => scale !== undefined,
  declare,
  complete(args, flags: AutoscaleFlags, invocation) {
    const dryRun = dryRunOf(flags)
    const { min, max, cpu, memory, cpuPercent } = flags
    if (max < 1) throw new Failure(`--max=MAXPODS is required and must be at least 1, max: ${max}`)
    if (max < min) {
      throw new Failure(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`)
    }
    if (cpuPercent > 0 && cpu) throw new Failure('--cpu-percent and --cpu are mutually exclusive')
    if (cpu) parseTarget(cpu, 'cpu')
    if (memory) parseTarget(memory, 'memory')
    const isDeprecated = invocation.given('cpu-percent')
    return { flags, dryRun, isDeprecated, selection: selectionOf({ args, flags, invocation }) }
  },
  async run({ flags, dryRun, isDeprecated, selection }, context) {
    if (isDeprecated) context.io.err.write(deprecation)
    const resource = resourceOfKind('HorizontalPodAutoscaler')
    const print = await donePrinter(flags, context, { dryRun, keepOrder: true })
    const count = await forEachObject(selection, context, async found => {
      if (!found.object) await liveObject(found, context)
      if (!found.resource.scale) throw new Failure(notScalable(found.resource))
      const built = recorded(autoscaler(found.resource, found.name, flags), context)
      const object = flags.saveConfig && dryRun !== 'client' ? withOwnConfiguration(built) : built
      const made = { resource, object, dryRun, fieldManager: flags.fieldManager }
      const created = await createObject(made, context).catch(error => fallBack(error, flags))
      print({ resource, object: created, did: dryRun === 'client' ? 'created' : 'autoscaled' })
    })
    if (count === 0) throw new Failure('no objects passed to autoscale')
  },
})

function declare(command: Command): void {
  command
    .requiredOption('--max <count>', 'How many pods there may be.', integer32, -1)
    .option('--min <count>', 'How many pods there must be; the default is left to the server.', integer32, -1)
    .option('--cpu <amount>', 'How much CPU the pods shall use: 70% of what they ask for, or 500m.', '')
    .option('--memory <amount>', 'How much memory the pods shall use: 60% of what they ask for, or 200Mi.', '')
    .option('--name <name>', "The name of the autoscaler; the object's if unset.", '')
    .addOption(command.createOption('--cpu-percent <percent>').argParser(integer32).default(-1).hideHelp())
  declareFiles(command, 'what to autoscale')
  declareSaveConfig(command)
  declareRecord(command)
  declareFieldManager(command, 'kubectl-autoscale')
  declarePrinting(command)
  declareDryRun(command)
}

const deprecation =
  'Flag --cpu-percent has been deprecated, Use --cpu with percentage or resource quantity format ' +
  "(e.g., '70%' for utilization or '500m' for milliCPU).\n"

const notScalable = ({ group, version, plural, kind }: Resource): string => {
  const where = `${group ? formatApiVersion(group, version) : `/${version}`}, Resource=${plural}`
  return `cannot autoscale a ${kind}: could not find scale subresource for ${where} in discovery information`
}

const autoscaler = ({ group, version, kind }: Resource, target: string, flags: AutoscaleFlags): KubeObject => {
  const metrics = [
    ...(flags.cpuPercent > 0
      ? [resourceMetric('cpu', { type: 'Utilization', averageUtilization: flags.cpuPercent })]
      : []),
    ...(flags.cpu ? [resourceMetric('cpu', parseTarget(flags.cpu, 'cpu'))] : []),
    ...(flags.memory ? [resourceMetric('memory', parseTarget(flags.memory, 'memory'))] : []),
  ]
  return {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: 'autoscaling/v2',
    metadata: { name: flags.name || target },
    spec: {
      scaleTargetRef: { kind, name: target, apiVersion: formatApiVersion(group, version) },
      ...(flags.min > 0 ? { minReplicas: flags.min } : {}),
      maxReplicas: flags.max,
      ...(metrics.length > 0 ? { metrics } : {}),
    },
    status: { desiredReplicas: 0, currentMetrics: null },
  } as KubeObject
}

// After a refusal kubectl tries the API's first version, which knows no more than a share of the CPU.
const fallBack = (error: unknown, { cpu, memory }: AutoscaleFlags): never => {
  const incompatible = (why: string): Failure =>
    new Failure(`failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: ${why}`)
  if (cpu === '') throw incompatible('empty input')
  if (memory !== '' || parseTarget(cpu, 'cpu').type !== 'Utilization') throw incompatible('%!w(<nil>)')
  throw error
}
