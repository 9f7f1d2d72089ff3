import type { KubeObject } from '../../../api/meta.ts'
import type { Resource } from '../../../api/resource.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { checkFormat } from '../../output/printing.ts'
import { resourcesAndPairs } from '../../selection/resources-and-pairs.ts'
import { changeEach } from '../../set/change-each.ts'
import { checkAll, checkLocal, declareSet, type SetFlags, setSelection } from '../../set/flags.ts'
import { allContainers, withContainers, withPodSpec } from '../../set/pod-spec.ts'
import { defineVerb } from '../../verb.ts'

type Images = ReadonlyMap<string, string>

export const image = defineVerb({
  usage: '(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
  description: 'Change the images of containers; the name * means all of them.',
  examples: `# Two containers of a deployment
kubectl set image deployment/web nginx=nginx:1.27 busybox=busybox:1.36

# All of them, in a file, without a server
kubectl set image -f deployment.yaml '*=nginx:1.27' --local -o yaml`,
  actsOn: ({ workload }) => workload?.template !== undefined,
  declare: declareSet,
  complete(args, flags: SetFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkFormat(flags)
    const { resources, pairs } = resourcesAndPairs(args, 'image')
    const images = parseImages(pairs)
    const selection = setSelection(resources, flags, invocation)
    return { flags, dryRun, images, selection }
  },
  async run({ flags, dryRun, images, selection }, context) {
    const missing: Failure[] = []
    const change = (object: KubeObject, resource: Resource): KubeObject =>
      withImages(object, { resource, images, missing })
    const check = (): void => {
      checkAll(flags)
      checkImages(images)
      checkLocal(flags, dryRun)
    }
    const failure = 'failed to patch image update to pod template: '
    await changeEach(
      { selection, flags, dryRun, did: 'image updated', failure, check, change, noted: missing },
      context,
    )
  },
})

const parseImages = (pairs: readonly string[]): Images => {
  const wrong = pairs.filter(pair => !pair.includes('='))
  if (wrong.length > 0) throw new Failure(`invalid image format: ${wrong.join(', ')}`)
  return new Map(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

const checkImages = (images: Images): void => {
  if (images.size === 0) throw new Failure('at least one image update is required')
  if (images.size > 1 && images.has('*')) {
    throw new Failure(
      'all containers are already specified by *, but saw more than one container_name=container_image pairs',
    )
  }
}

interface Imaging {
  readonly resource: Resource
  readonly images: Images
  /** Told of the containers that are not there. */
  readonly missing: Failure[]
}

const withImages = (object: KubeObject, { resource, images, missing }: Imaging): KubeObject =>
  withPodSpec(object, resource, spec => {
    const names = allContainers(spec).map(({ name }) => name)
    const absent = [...images.keys()].filter(name => name !== '*' && !names.includes(name))
    missing.push(...absent.map(name => new Failure(`error: unable to find container named ${goQuote(name)}`)))
    const newImage = (name: string): string | undefined => images.get(name) ?? images.get('*')
    return withContainers(
      spec,
      name => newImage(name) !== undefined,
      container => ({ ...container, image: newImage(container.name) }),
    )
  })
