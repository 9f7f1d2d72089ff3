import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { KubeObject } from '../../api/meta.ts'
import { objectName, type Resource } from '../../api/resource.ts'
import { formats } from '../../printers/index.ts'
import { nameOf } from '../../printers/name.ts'
import { type Printer, PrinterError } from '../../printers/printer.ts'
import { selectFormat } from '../../printers/select-format.ts'
import { type DryRun, dryRunSuffix } from '../dry-run.ts'
import type { Context, Invocation } from '../verb.ts'
import type { World } from '../world/world.ts'

export interface PrintFlags {
  readonly output: string
  readonly template: string
  readonly allowMissingTemplateKeys: boolean
  readonly showManagedFields: boolean
}

/** The words of -o for verbs that print what they did: all but tables. */
export const objectFormats: readonly string[] = formats
  .map(({ name }) => name)
  .filter(name => !name.startsWith('custom-columns'))

/** The words of -o where tables can be had, too. */
export const tableFormats: readonly string[] = [...formats.map(({ name }) => name), 'wide']

/** The words of a list of formats in the order in which kubectl knows them, as its usage lines show them. */
export const usageOf = (allowed: readonly string[]): string =>
  usageOrder.filter(name => allowed.includes(name)).join('|')

const usageOrder = [
  ...['json', 'yaml', 'kyaml', 'name', 'go-template', 'go-template-file', 'template', 'templatefile'],
  ...['jsonpath', 'jsonpath-as-json', 'jsonpath-file', 'custom-columns', 'custom-columns-file', 'wide'],
]

/** Adds `-o` (`fallback` is its default), `--template`, `--allow-missing-template-keys` and `--show-managed-fields`. */
export const declarePrinting = (
  command: Command,
  { allowed = objectFormats, fallback = '' }: { readonly allowed?: readonly string[]; readonly fallback?: string } = {},
): Command =>
  command
    .option('-o, --output <format>', `How to print: one of ${allowed.toSorted().join(', ')}.`, fallback)
    .option('--template <template>', 'The template, or its file, that -o go-template or -o jsonpath prints.', '')
    .addOption(
      command
        .createOption('--allow-missing-template-keys', 'Let templates print nothing for what an object has not.')
        .default(true),
    )
    .option('--show-managed-fields', 'Keep metadata.managedFields in what is printed as JSON or YAML.', false)

/** What -o says where it has a default: a template alone makes it unset. */
export const outputOf = ({ output, template }: PrintFlags, { given }: Pick<Invocation, 'given'>): string =>
  template && !given('output') ? '' : output

/** Refuses an -o that there is no printer for: kubectl makes its printer before it looks at what it is to do. */
export const checkFormat = ({ output, template }: PrintFlags, allowed: readonly string[] = objectFormats): void => {
  if (output === '') return
  const { entry, argument } = selectFormat(output, allowed, template)
  if (entry?.takesTemplate && argument === '') throw new PrinterError('template format specified but no template given')
}

interface FormatOptions {
  readonly allowed?: readonly string[]
  readonly noHeaders?: boolean
  /** The object is one that kubectl made itself: its fields come in the order of its type. */
  readonly keepOrder?: boolean
}

/**
 * The printer that -o and --template ask for; undefined where they ask for none, or for a table. Throws PrinterError.
 */
export const printerOf = async (
  flags: PrintFlags,
  { world }: Pick<Context, 'world'>,
  { allowed = objectFormats, noHeaders = false, keepOrder = false }: FormatOptions = {},
): Promise<Printer | undefined> => {
  // A template alone means go-template.
  const output = flags.output || (flags.template ? 'go-template' : '')
  if (output === '') return undefined
  const { entry, argument } = selectFormat(output, withoutDisabled(allowed, world), flags.template)
  if (!entry) return undefined
  const print = await (await entry.load()).compile(argument, {
    readFile: path => world.files.readFileSync(resolve(world.cwd, path), 'utf8'),
    allowMissingKeys: flags.allowMissingTemplateKeys,
    noHeaders,
    keepOrder,
  })
  const showsAll = flags.showManagedFields || !['json', 'yaml', 'kyaml'].includes(entry.name)
  return (value, write) => print(showsAll ? value : withoutManagedFields(value), text => write(text, entry.name))
}

// A feature of kubectl that its environment can switch off.
const withoutDisabled = (allowed: readonly string[], { env }: Pick<World, 'env'>): readonly string[] =>
  env.KUBECTL_KYAML?.toLowerCase() === 'false' ? allowed.filter(name => name !== 'kyaml') : allowed

export interface Done {
  readonly resource: Resource
  readonly object: KubeObject
  /** `created`, `configured` … */
  readonly did: string
}

/** Prints what a verb has done with an object: `service/web created`, or the object as -o asks for. */
export const donePrinter = async (
  flags: PrintFlags,
  context: Pick<Context, 'world' | 'io'>,
  { dryRun = 'none', keepOrder = false }: { readonly dryRun?: DryRun; readonly keepOrder?: boolean } = {},
): Promise<(done: Done) => void> => {
  const print = await printerOf(flags, context, { keepOrder })
  const { write } = context.io.out
  if (print) return ({ object }) => print(object, write)
  return ({ resource, object, did }) => write(`${objectName(resource, nameOf(object))} ${did}${dryRunSuffix(dryRun)}\n`)
}

/** The object, or each of a List's, without the notes on who set which field. */
export const withoutManagedFields = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if ('items' in value && Array.isArray(value.items)) return { ...value, items: value.items.map(withoutManagedFields) }
  if (!('metadata' in value) || typeof value.metadata !== 'object' || value.metadata === null) return value
  const { managedFields: _, ...metadata } = value.metadata as Record<string, unknown>
  return { ...value, metadata }
}
