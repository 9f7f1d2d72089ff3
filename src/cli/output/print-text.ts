import type { Context } from '../verb.ts'
import { type PrintFlags, printerOf } from './printing.ts'

/** An object's text in a format, for an editor, or for `diff` to read. */
export const printedText = async (
  object: unknown,
  output: string,
  context: Pick<Context, 'world'>,
  allowed: readonly string[] = ['json', 'yaml', 'kyaml'],
): Promise<string> => {
  const flags: PrintFlags = { output, template: '', allowMissingTemplateKeys: true, showManagedFields: true }
  const print = await printerOf(flags, context, { allowed })
  const parts: string[] = []
  print?.(object, part => {
    parts.push(part)
  })
  return parts.join('')
}
