import type { WriteOptions } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import { goQuote } from '../../util/go-quote.ts'
import { type DeletionFlags, declareDeletion, propagationOf } from '../delete/flags.ts'
import { type DryRun, type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { during } from '../program/failure.ts'
import { checkRaw, declareRaw, type RawFlags } from '../raw/flags.ts'
import { declareRecord, recorded } from '../record.ts'
import { declareSaveConfig, type SaveConfigFlags, saveConfig } from '../save-config.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import { declareFiles, type FileFlags, requireFiles } from '../selection/selection.ts'
import { declareSubresource, type SubresourceFlags } from '../selection/subresource.ts'
import { declareValidation, type ValidationFlags, validationOf } from '../validation.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'

export interface ReplaceFlags
  extends FileFlags,
    DeletionFlags,
    PrintFlags,
    DryRunFlags,
    SaveConfigFlags,
    ValidationFlags,
    FieldManagerFlags,
    SubresourceFlags,
    RawFlags {}

export const replace = defineVerb({
  usage: '-f FILENAME',
  description: `Replaces objects by what files or standard input say, in JSON or YAML. The whole object must be there: what is left out is taken away.

With --force the object is deleted, and a new one is created in its place.`,
  examples: `# What a file describes
kubectl replace -f web.yaml

# The object as it is, with something changed
kubectl get service web -o yaml | sed 's/port: 80/port: 81/' | kubectl replace -f -

# Delete it and create it anew
kubectl replace --force -f web.yaml`,

  declare(command) {
    declareFiles(command, 'the objects to put in place of others')
    declareDeletion(command, { wait: false })
    declareSaveConfig(command)
    declareValidation(command)
    declareRecord(command)
    declareFieldManager(command, 'kubectl-replace')
    declareSubresource(command)
    declareRaw(command, 'PUT')
    declarePrinting(command)
    declareDryRun(command)
  },

  complete(_, flags: ReplaceFlags) {
    if (flags.raw) checkRaw(flags)
    const fieldValidation = validationOf(flags)
    const dryRun = dryRunOf(flags)
    const { propagation, deprecation } = propagationOf(flags.cascade)
    requireFiles(flags)
    if (flags.gracePeriod >= 0 && !flags.force) throw new Failure('--grace-period must have --force specified')
    if (flags.timeout !== 0 && !flags.force) throw new Failure('--timeout must have --force specified')
    if (flags.force && dryRun !== 'none') throw new Failure('--dry-run can not be used when --force is set')
    return { flags, fieldValidation, dryRun, propagation, deprecation }
  },

  async run({ deprecation, ...options }, context) {
    if (options.flags.raw) {
      const { sendFile } = await import('../raw/send-file.ts')
      return sendFile({ method: 'PUT', path: options.flags.raw, file: options.flags.filename?.[0] }, context)
    }
    if (deprecation) context.io.err.write(deprecation)
    const { flags, dryRun } = options
    const print = await donePrinter(flags, context, { dryRun })
    if (flags.force) {
      const { replaceByForce } = await import('../manifests/replace-by-force.ts')
      return replaceByForce(options, context, print)
    }
    const validate = options.fieldValidation !== 'Ignore'
    await forEachObject({ from: 'files', ...flags, validate }, context, async found => {
      print({ resource: found.resource, object: await replaceOne(found, options, context), did: 'replaced' })
    })
  },
})

interface Options {
  readonly flags: ReplaceFlags
  readonly fieldValidation: WriteOptions['fieldValidation']
  readonly dryRun: DryRun
}

const replaceOne = async (
  found: Found,
  { flags, fieldValidation, dryRun }: Options,
  context: Context,
): Promise<KubeObject> => {
  const { resource, namespace, name, source = '', object: given } = found
  const { client } = context
  const object = recorded(saveConfig(given as KubeObject, flags), context)
  if (dryRun === 'client') return object
  const { fieldManager, subresource } = flags
  const target = { resource, namespace, name, ...(subresource && { subresource }) }
  try {
    return await client.update(target, object, { dryRun: dryRun === 'server', fieldManager, fieldValidation })
  } catch (error) {
    throw during(`error when replacing ${goQuote(source)}`, error)
  }
}
