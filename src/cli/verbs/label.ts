import type { Labels } from '../../api/meta.ts'
import { isLabelValue } from '../../api/validation/qualified-name.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure, throwAll } from '../errors.ts'
import { declareMetadata, type MetadataFlags } from '../metadata/flags.ts'
import { type Changes, metadataOptions } from '../metadata/options.ts'
import { updateMetadata } from '../metadata/update.ts'
import { defineVerb } from '../verb.ts'

export const label = defineVerb({
  usage: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  description: `Set, change and take away labels.

KEY=VALUE sets a label, KEY- takes it away. A label that has another value already is only changed with --overwrite.`,
  examples: `# Set one
kubectl label pods web unhealthy=true

# Change it
kubectl label --overwrite pods web unhealthy=false

# Of all pods in the namespace
kubectl label pods --all status=seen

# Take it away
kubectl label pods web unhealthy-`,
  declare(command) {
    declareMetadata(command, 'label', 'labels')
  },
  complete: (args, flags: MetadataFlags, invocation) =>
    metadataOptions({ args, flags, invocation, what: 'label', file: 'pod', parse: parseLabels, isOnePrinter: false }),
  run: (options, context) =>
    updateMetadata(
      options,
      {
        field: 'labels',
        alwaysSends: false,
        isOnePrinter: false,
        checkOverwrite,
        did,
        announce(before, { remove }, { io }) {
          const absent = remove.filter(key => !Object.hasOwn(before, key))
          for (const key of absent) io.out.write(`label ${goQuote(key)} not found.\n`)
        },
      },
      context,
    ),
})

const parseLabels = (pairs: readonly string[]): Changes => {
  const set = Object.fromEntries(pairs.filter(pair => pair.includes('=')).map(parseLabel))
  const remove = pairs.filter(pair => !pair.includes('=')).map(pair => pair.slice(0, -1))
  if (remove.some(key => Object.hasOwn(set, key))) {
    throw new Failure('can not both modify and remove a label in the same command')
  }
  return { set, remove }
}

const parseLabel = (pair: string): [string, string] => {
  const [key = '', value = '', ...more] = pair.split('=')
  if (more.length > 0) throw new Failure(`invalid label spec: ${pair}`)
  const faults = isLabelValue(value)
  if (faults.length > 0) throw new Failure(`invalid label value: ${goQuote(pair)}: ${faults.join(';')}`)
  return [key, value]
}

const checkOverwrite = (before: Labels, { set }: Changes): void =>
  throwAll(
    Object.entries(set)
      .filter(([key, value]) => Object.hasOwn(before, key) && before[key] !== value)
      .map(([key]) => new Failure(`'${key}' already has a value (${before[key]}), and --overwrite is false`)),
  )

const did = (before: Labels, after: Labels): string => {
  const isAdded = Object.keys(after).some(key => before[key] !== after[key])
  const isRemoved = Object.keys(before).some(key => !Object.hasOwn(after, key))
  if (isAdded) return isRemoved ? 'modified' : 'labeled'
  return isRemoved ? 'unlabeled' : 'not labeled'
}
