import type { Labels } from '../../api/meta.ts'
import { Failure } from '../errors.ts'
import { declareMetadata, type MetadataFlags } from '../metadata/flags.ts'
import { type Changes, metadataOptions } from '../metadata/options.ts'
import { updateMetadata } from '../metadata/update.ts'
import { defineVerb } from '../verb.ts'

export const annotate = defineVerb({
  usage: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  description: `Set, change and take away annotations: notes of any text that nothing selects by.

KEY=VALUE sets an annotation, KEY- takes it away. One that has another value already is only changed with --overwrite.`,
  examples: `# Set one
kubectl annotate pods web description='my frontend'

# Change it
kubectl annotate --overwrite pods web description='my frontend running nginx'

# Take it away
kubectl annotate pods web description-`,
  declare(command) {
    declareMetadata(command, 'annotate', 'annotations')
  },
  complete: (args, flags: MetadataFlags, invocation) =>
    metadataOptions({
      args,
      flags,
      invocation,
      what: 'annotation',
      file: 'rsrc',
      parse: parseAnnotations,
      validate: checkBoth,
      isOnePrinter: true,
    }),
  run: (options, context) =>
    updateMetadata(
      options,
      { field: 'annotations', alwaysSends: true, isOnePrinter: true, checkOverwrite, did: () => 'annotated' },
      context,
    ),
})

const parseAnnotations = (pairs: readonly string[]): Changes => {
  const isSetting = (pair: string): boolean => pair.includes('=')
  const set = Object.fromEntries(pairs.filter(isSetting).map(splitPair))
  const remove = pairs.filter(pair => !isSetting(pair)).map(pair => pair.slice(0, -1))
  return { set, remove }
}

const checkBoth = ({ set, remove }: Changes): void => {
  const both = remove.filter(key => Object.hasOwn(set, key))
  if (both.length > 0) {
    throw new Failure(
      `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`,
    )
  }
}

const splitPair = (pair: string): [string, string] => {
  const equals = pair.indexOf('=')
  return [pair.slice(0, equals), pair.slice(equals + 1)]
}

// The note on why a rollout was made is there to be changed.
const changeCause = 'kubernetes.io/change-cause'

const checkOverwrite = (before: Labels, { set }: Changes): void => {
  const declared = Object.entries(set)
    .filter(([key, value]) => key !== changeCause && Object.hasOwn(before, key) && before[key] !== value)
    .map(([key]) => `'${key}' already has a value (${before[key]})`)
  if (declared.length > 0) {
    throw new Failure(`--overwrite is false but found the following declared annotation(s): ${declared.join('; ')}`)
  }
}
