import type { Command } from 'commander'
import { list } from '../flags.ts'

export interface DebugFlags {
  readonly attach: boolean
  readonly container: string
  readonly copyTo: string
  readonly filename: readonly string[]
  readonly image: string
  readonly imagePullPolicy: string
  readonly setImage: readonly string[]
  readonly profile: string
  readonly replace: boolean
  readonly sameNode: boolean
  readonly stdin: boolean
  readonly target: string
  readonly tty: boolean
}

export const declareDebug = (command: Command): void => {
  command
    .option('-f, --filename <files>', 'Files, folders or - for standard input that hold the object.', list, [])
    .option('--image <image>', 'The image of the container.', '')
    .option('--image-pull-policy <policy>', 'When to pull the image: Always, IfNotPresent or Never.', '')
    .option('-c, --container <name>', 'The name of the container.', '')
    .option('--env <pairs>', 'Its environment: name=value.', list, [])
    .option('--arguments-only', 'The words behind -- are its arguments, not its command.', false)
    .option('--target <name>', 'The container whose processes to see.', '')
    .option('--profile <name>', 'What it may do: general, baseline, restricted, netadmin or sysadmin.', 'general')
    .option('--custom <file>', 'A part of a container spec, as JSON or YAML, to add to the profile.', '')
    .option('--attach', 'Attach to the container.', false)
    .option('-i, --stdin', 'Keep standard input open.', false)
    .option('-t, --tty', 'Give the container a terminal.', false)
    .option('-q, --quiet', 'Print nothing but what the container prints.', false)
  declareCopy(command)
}

const declareCopy = (command: Command): void => {
  command
    .option('--copy-to <name>', 'Copy the pod under this name.', '')
    .option('--set-image <pairs>', 'Other images for containers of the copy: name=image.', list, [])
    .option('--replace', 'Delete the pod once it is copied.', false)
    .option('--same-node', 'Put the copy on the same node.', false)
    .option('--share-processes', 'Let the containers of the copy see each other.', true)
    .option('--keep-annotations', 'The copy keeps the annotations of the pod.', false)
    .option('--keep-init-containers', 'The copy keeps the init containers.', true)
    .option('--keep-labels', 'The copy keeps the labels.', false)
    .option('--keep-liveness', 'The copy keeps the liveness probes.', false)
    .option('--keep-readiness', 'The copy keeps the readiness probes.', false)
    .option('--keep-startup', 'The copy keeps the startup probes.', false)
}
