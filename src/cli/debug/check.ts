import { goQuote } from '../../util/go-quote.ts'
import { isImageReference } from '../generators/image-reference.ts'
import type { DebugFlags } from './flags.ts'

export interface DebugGiven {
  readonly flags: DebugFlags
  /** What was named. */
  readonly names: readonly string[]
  /** What stands behind `--`. */
  readonly words: readonly string[]
  /** Whether --attach was typed. */
  readonly attachGiven: boolean
}

/** What is wrong with a command line, the first fault that kubectl finds; undefined if nothing is. */
export const debugFault = (given: DebugGiven): string | undefined =>
  profileFault(given.flags) ?? attachFault(given) ?? copyFault(given) ?? imageFault(given)

const profiles = ['legacy', 'general', 'baseline', 'restricted', 'netadmin', 'sysadmin']

const profileFault = ({ profile }: DebugFlags): string | undefined =>
  profiles.includes(profile) ? undefined : `unknown profile: ${profile}`

const attachFault = ({ flags: { attach, container, image }, attachGiven }: DebugGiven): string | undefined =>
  attach && attachGiven && !image && !container
    ? 'you must specify --container or create a new container using --image in order to attach.'
    : undefined

const copyFault = ({ flags, words }: DebugGiven): string | undefined => {
  const { container, copyTo, image, setImage, replace, sameNode } = flags
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

const policies = ['', 'Always', 'IfNotPresent', 'Never']

const imageFault = ({ flags, names }: DebugGiven): string | undefined => {
  const { copyTo, filename, image, imagePullPolicy, setImage, stdin, target, tty } = flags
  if (image && !isImageReference(image)) return `invalid image name ${goQuote(image)}: invalid reference format`
  if (names.length === 0 && filename.length === 0) return 'NAME or filename is required for debug'
  if (!policies.includes(imagePullPolicy)) return `invalid image pull policy: ${imagePullPolicy}`
  const strange = setImage.map(pair => pair.split('=')).find(([, value = '']) => !isImageReference(value))
  if (strange) {
    const [name = '', value = ''] = strange
    return `invalid image name ${goQuote(value)} for container ${goQuote(name)}: invalid reference format`
  }
  if (target && copyTo) return '--target is incompatible with --copy-to. Use --share-processes instead.'
  return tty && !stdin ? '-i/--stdin is required for containers with -t/--tty=true' : undefined
}
