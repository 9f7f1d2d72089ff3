import type { Command } from 'commander'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { checkFormat, declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { declareSaveConfig, type SaveConfigFlags } from '../save-config.ts'
import { declareValidation, type ValidationFlags, validationOf } from '../validation.ts'
import { type Context, defineVerb, type Invocation, type Verb } from '../verb.ts'
import { createObject, withNamespace, withOwnConfiguration } from './create-object.ts'
import { nameArgument } from './name-argument.ts'

type CommonFlags = PrintFlags & DryRunFlags & FieldManagerFlags & SaveConfigFlags & ValidationFlags

/** What a generator was given: its NAME, and the words behind it (a command to run). */
export interface Named {
  readonly name: string
  readonly command: readonly string[]
}

/** A verb that makes one object out of words: `create configmap NAME --from-literal=a=b`. */
interface Generator<Flags extends object> extends Pick<Verb, 'usage' | 'description' | 'examples'> {
  readonly kind: string
  /** What the server's refusal is told in the course of, `failed to create configmap: `; it stands alone if unset. */
  readonly failure?: string
  /** Does not heed --save-config, although it has it. */
  readonly savesNoConfig?: boolean
  declare?(command: Command): void
  /** Refuses what makes no sense, without I/O. */
  check?(flags: Flags, given: Named, invocation: Invocation): void
  /** The object, without namespace, its keys in the order of Go's types and empty structs where they write them. */
  build(given: Named, flags: Flags, context: Context): KubeObject | Promise<KubeObject>
}

export const defineGenerator = <Flags extends object>(generator: Generator<Flags>): Verb =>
  defineVerb({
    ...generator,
    declare(command) {
      generator.declare?.(command)
      declarePrinting(command)
      declareDryRun(command)
      declareSaveConfig(command)
      declareValidation(command)
      declareFieldManager(command, 'kubectl-create')
    },
    complete(args, flags: Flags & CommonFlags, invocation) {
      const given = { name: nameArgument(args, invocation), command: args.slice(1) }
      // Asking for the namespace refuses a context that there is not, in a dry run too.
      const { namespace } = invocation
      const options = { flags, given, namespace, dryRun: dryRunOf(flags), fieldValidation: validationOf(flags) }
      checkFormat(flags)
      generator.check?.(flags, given, invocation)
      return options
    },
    async run({ flags, given, dryRun, fieldValidation }, context) {
      const resource = resourceOfKind(generator.kind)
      const print = await donePrinter(flags, context, { dryRun, keepOrder: true })
      const built = withNamespace(await generator.build(given, flags, context), resource, context)
      const object = flags.saveConfig && !generator.savesNoConfig ? withOwnConfiguration(built) : built
      const { fieldManager } = flags
      const made = { resource, object, dryRun, fieldManager, fieldValidation }
      const created = await createObject(made, context).catch(error => fail(error, generator))
      print({ resource, object: created, did: 'created' })
    },
  })

// A refusal of the server loses its form (`Error from server`, the list of fields) in what a generator says of it.
const fail = (error: unknown, { failure }: Pick<Generator<object>, 'failure'>): never => {
  if (failure === undefined || !(error instanceof Error)) throw error
  throw new Error(`${failure}${error.message}`, { cause: error })
}
