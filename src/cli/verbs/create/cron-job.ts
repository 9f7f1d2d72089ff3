import { defineGenerator } from '../../generators/generator.ts'
import { jobSpec } from '../../generators/job-spec.ts'

interface CronJobFlags {
  readonly image: string
  readonly schedule: string
  readonly restart: string
}

export const cronJob = defineGenerator({
  kind: 'CronJob',
  usage: "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
  description: 'Make a job that runs again and again, by a schedule in the form of cron.',
  examples: `# Every five minutes
kubectl create cronjob my-job --image=busybox --schedule="*/5 * * * *" -- date`,
  failure: 'failed to create cronjob: ',
  declare(command) {
    command
      .requiredOption('--image <image>', 'The image of the container.')
      .requiredOption('--schedule <schedule>', 'When: minute, hour, day, month, day of the week.')
      .option('--restart <policy>', 'When the container is started again: OnFailure (if unset) or Never.', '')
  },
  build({ name, command }, { image, schedule, restart }: CronJobFlags) {
    const jobTemplate = { metadata: { name }, spec: jobSpec({ name, image, command, restart: restart || 'OnFailure' }) }
    return {
      kind: 'CronJob',
      apiVersion: 'batch/v1',
      metadata: { name },
      spec: { schedule, jobTemplate },
      status: {},
    }
  },
})
