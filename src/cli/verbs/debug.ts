import { list } from '../flags.ts'
import { parsePodTarget } from '../pods/attachable-pod.ts'
import { liveObject } from '../selection/find-objects.ts'
import { defineVerb, Failure } from '../verb.ts'

interface DebugFlags {
  readonly attach: boolean
  readonly container: string
  readonly copyTo: string
  readonly image: string
  readonly setImage: readonly string[]
  readonly replace: boolean
  readonly sameNode: boolean
  readonly stdin: boolean
  readonly tty: boolean
}

export const debug = defineVerb({
  usage: '(POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]',
  description:
    'Adds a container to a pod, or copies the pod, to look into what is wrong with it. kubesim cannot do that yet: it ' +
    'checks its flags and finds the object, as kubectl does, and says so.',

  declare(command) {
    command.option('--image <image>', 'The image of the container.', '')
    command.option('-c, --container <name>', 'The name of the container.', '')
    command.option('--copy-to <name>', 'Copy the pod under this name.', '')
    command.option('--set-image <pairs>', 'Other images for containers of the copy: name=image.', list, [])
    command.option('--replace', 'Delete the pod once it is copied.', false)
    command.option('--same-node', 'Put the copy on the same node.', false)
    command.option('--share-processes', 'Let the containers of the copy see each other.', true)
    command.option('--attach', 'Attach to the container.', false)
    command.option('-i, --stdin', 'Keep standard input open.', false)
    command.option('-t, --tty', 'Give the container a terminal.', false)
    command.option('-q, --quiet', 'Print nothing but what the container prints.', false)
    command.option('--target <name>', 'The container whose processes to see.', '')
    command.option('--profile <name>', 'What the container may do: general, baseline, netadmin, sysadmin.', 'general')
    command.option('--env <pairs>', 'Its environment: name=value.', list, [])
    command.option('--image-pull-policy <policy>', 'When to pull the image.', '')
  },

  complete(args, flags: DebugFlags, { dash, given }) {
    const names = dash === undefined ? args : args.slice(0, dash)
    const words = dash === undefined ? [] : args.slice(dash)
    const fault = faultOf(flags, { words, attachGiven: given('attach') })
    if (fault) throw new Failure(fault)
    const [name] = names
    if (name === undefined) throw new Failure('NAME or filename is required for debug')
    if (flags.tty && !flags.stdin) throw new Failure('-i/--stdin is required for containers with -t/--tty=true')
    return parsePodTarget(name)
  },

  async run(target, context) {
    const namespace = target.resource.namespaced ? context.namespace : undefined
    await liveObject({ ...target, namespace }, context)
    throw new Failure('kubesim cannot run debugging containers yet')
  },
})

const faultOf = (
  { attach, container, copyTo, image, setImage, replace, sameNode }: DebugFlags,
  { words, attachGiven }: { readonly words: readonly string[]; readonly attachGiven: boolean },
): string | undefined => {
  if (attach && attachGiven && !image && !container) {
    return 'you must specify --container or create a new container using --image in order to attach.'
  }
  if (copyTo) {
    if (!image && setImage.length === 0 && words.length === 0) {
      return 'you must specify --image, --set-image or command arguments.'
    }
    const isNowhere = words.length > 0 && !container && !image
    return isNowhere ? 'you must specify an existing container or a new image when specifying args.' : undefined
  }
  if (replace) return '--replace may only be used with --copy-to.'
  if (sameNode) return '--same-node may only be used with --copy-to.'
  if (setImage.length > 0) return '--set-image may only be used with --copy-to.'
  return image ? undefined : 'you must specify --image when not using --copy-to.'
}
