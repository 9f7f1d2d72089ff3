import type { CronJob } from '../../../api/generated/types.ts'
import { controllerReference, type KubeObject } from '../../../api/meta.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { jobSpec } from '../../generators/job-spec.ts'
import { parseTargets } from '../../selection/targets.ts'
import type { Context } from '../../verb.ts'

interface JobFlags {
  readonly image: string
  readonly from: string
}

export const job = defineGenerator({
  kind: 'Job',
  usage: 'NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]',
  description: 'Make a job of an image, or of what a cron job would run.',
  examples: `# One container, once
kubectl create job my-job --image=busybox -- date

# What a cron job would run, now
kubectl create job test-job --from=cronjob/a-cronjob`,
  failure: 'failed to create job: ',
  declare(command) {
    command
      .option('--image <image>', 'The image of the container.', '')
      .option('--from <cronjob>', 'The cron job whose template to take: cronjob/NAME.', '')
  },
  check({ image, from }: JobFlags, { command }) {
    if (Boolean(image) === Boolean(from)) throw new Error('either --image or --from must be specified')
    if (from && command.length > 0) throw new Error('cannot specify --from and command')
  },
  async build({ name, command }, { image, from }, context) {
    if (from) return fromCronJob(name, await cronJobNamed(from, context))
    const spec = jobSpec({ name, image, command, restart: 'Never' })
    return { kind: 'Job', apiVersion: 'batch/v1', metadata: { name }, spec, status: {} } as KubeObject
  },
})

const cronJobNamed = async (word: string, { client, namespace }: Context): Promise<CronJob> => {
  const [target, ...more] = parseTargets([word]).objects
  if (!target || more.length > 0) throw new Error('resource(s) were provided, but no name was specified')
  const { resource, name } = target
  const object = await client.get({ resource, namespace: resource.namespaced ? namespace : undefined, name })
  if (object.kind === 'CronJob') return object as CronJob
  throw new Error(`unknown object type *${resource.version}.${resource.kind}`)
}

const fromCronJob = (name: string, cronJob: CronJob): KubeObject => {
  const { metadata, spec } = cronJob.spec?.jobTemplate ?? {}
  const { blockOwnerDeletion: _, ...owner } = controllerReference(cronJob)
  return {
    kind: 'Job',
    apiVersion: 'batch/v1',
    metadata: {
      name,
      ...(metadata?.labels ? { labels: metadata.labels } : {}),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...metadata?.annotations },
      ownerReferences: [owner],
    },
    spec,
    status: {},
  } as KubeObject
}
