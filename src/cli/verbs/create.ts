import type { KubeObject } from '../../api/meta.ts'
import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { withoutVersion } from '../manifests/without-version.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { during } from '../program/failure.ts'
import { checkRaw, declareRaw, type RawFlags } from '../raw/flags.ts'
import { declareRecord, recorded } from '../record.ts'
import { declareSaveConfig, type SaveConfigFlags, saveConfig } from '../save-config.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import { declareFiles, type FileFlags, requireFiles } from '../selection/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { declareValidation, type ValidationFlags, validationOf } from '../validation.ts'
import { defineVerb, Failure, UsageError } from '../verb.ts'
import { createVerbs } from './create/index.ts'

export interface CreateFlags
  extends FileFlags,
    SelectorFlags,
    PrintFlags,
    DryRunFlags,
    SaveConfigFlags,
    ValidationFlags,
    FieldManagerFlags,
    RawFlags {
  readonly edit: boolean
  readonly windowsLineEndings: boolean
}

export const create = defineVerb({
  usage: '-f FILENAME',
  description: `Creates the objects that files or standard input describe, as JSON or YAML. What is there already is an error.

The commands below it make objects of one kind from flags alone.`,
  examples: `# What a file describes
kubectl create -f pod.yaml

# The same from standard input
cat pod.yaml | kubectl create -f -

# Change it in an editor before it is created
kubectl create -f pod.yaml --edit`,
  verbs: createVerbs,
  takesPlugins: true,

  declare(command) {
    declareFiles(command, 'the objects to create')
    declareSelector(command)
    declareSaveConfig(command)
    declareValidation(command)
    declareRecord(command)
    declareFieldManager(command, 'kubectl-create')
    declarePrinting(command)
    declareRaw(command, 'POST')
    declareDryRun(command)
      .option('--edit', 'Open the objects in an editor before they are created.', false)
      .option('--windows-line-endings', 'With --edit: end the lines of the file as Windows does.', false)
  },

  complete(args, flags: CreateFlags) {
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { hint: true })
    if (flags.raw) checkRaw(flags)
    const dryRun = dryRunOf(flags)
    const fieldValidation = validationOf(flags)
    requireFiles(flags)
    return { flags, dryRun, fieldValidation }
  },

  async run({ flags, dryRun, fieldValidation }, context) {
    if (flags.raw) {
      const { sendFile } = await import('../raw/send-file.ts')
      return sendFile({ method: 'POST', path: flags.raw, file: flags.filename?.[0] }, context)
    }
    if (flags.edit) {
      const { editBeforeCreate } = await import('../edit/edit-before-create.ts')
      return editBeforeCreate({ flags, fieldValidation }, context)
    }
    const { client } = context
    const validate = fieldValidation !== 'Ignore'
    const print = await donePrinter(flags, context, { dryRun })
    const { fieldManager } = flags
    const send = async ({ resource, namespace, source }: Found, object: KubeObject): Promise<KubeObject> => {
      if (dryRun === 'client') return object
      try {
        const options = { dryRun: dryRun === 'server', fieldManager, fieldValidation }
        return await client.create({ resource, namespace }, withoutVersion(object), options)
      } catch (error) {
        throw during(`error when creating "${source}"`, error)
      }
    }
    const count = await forEachObject({ from: 'files', ...flags, validate }, context, async found => {
      if (!found.object) return
      const object = await send(found, recorded(saveConfig(found.object, flags), context))
      print({ resource: found.resource, object, did: 'created' })
    })
    if (count === 0) throw new Failure('no objects passed to create')
  },
})
