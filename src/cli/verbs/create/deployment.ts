import { type Random, seededRandom } from '../../../util/random.ts'
import { integer32, list } from '../../flags.ts'
import { containerName } from '../../generators/container-name.ts'
import { defineGenerator } from '../../generators/generator.ts'

interface DeploymentFlags {
  readonly image: readonly string[]
  readonly port: number
  readonly replicas: number
}

export const deployment = defineGenerator({
  kind: 'Deployment',
  usage: 'NAME --image=image -- [COMMAND] [args...]',
  description: 'Make a Deployment whose pods are labelled app=NAME, with a container for each image.',
  examples: `# One pod of nginx
kubectl create deployment my-dep --image=nginx

# Three pods, and what they listen on
kubectl create deployment my-web --image=nginx --replicas=3 --port=80

# A command of our own
kubectl create deployment my-job --image=busybox -- date`,
  failure: 'failed to create deployment: ',
  declare(command) {
    command.requiredOption('--image <images>', 'The image of a container; may be repeated.', list)
    command.option('--port <port>', 'The port that the first container listens on.', integer32, -1)
    command.option('-r, --replicas <count>', 'How many pods there shall be.', integer32, 1)
  },
  check({ image }: DeploymentFlags, { command }) {
    if (image.length > 1 && command.length > 0) throw new Error('cannot specify multiple --image options and command')
  },
  build({ name, command }, { image, port, replicas }, { world }) {
    const random = (): Random => seededRandom(world.clock.now())
    const labels = { app: name }
    const containers = image.map((each, index) => ({
      name: containerName(each, random),
      image: each,
      ...(command.length > 0 ? { command } : {}),
      ...(port >= 0 && index === 0 ? { ports: [{ containerPort: port }] } : {}),
      resources: {},
    }))
    return {
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: { name, labels },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
        strategy: {},
      },
      status: {},
    }
  },
})
