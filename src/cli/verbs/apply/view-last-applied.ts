import { toGoJson } from '../../../util/go-json.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { parseJson } from '../../../util/json-number.ts'
import { lastAppliedOf } from '../../manifests/last-applied.ts'
import { printedText } from '../../output/print-text.ts'
import { foundIn, liveObject } from '../../selection/find-objects.ts'
import { declareFiles, type SelectionFlags, selectionOf } from '../../selection/selection.ts'
import { declareSelector } from '../../selection/selectors.ts'
import { type Context, defineVerb, Failure, UsageError } from '../../verb.ts'

export interface ViewLastAppliedFlags extends SelectionFlags {
  readonly output: string
}

export const viewLastApplied = defineVerb({
  usage: '(TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)',
  description: 'Shows the configuration that kubectl apply has noted in objects.',
  examples: `# Of a deployment
kubectl apply view-last-applied deployment/web

# Of what a file names, as JSON
kubectl apply view-last-applied -f web.yaml -o json`,

  declare(command) {
    command
      .option('-o, --output <format>', 'How to print: yaml or json.', 'yaml')
      .option('--all', 'All objects of the types, in the namespace.', false)
    declareFiles(command, 'the objects to look at')
    declareSelector(command)
  },

  complete: (args, flags: ViewLastAppliedFlags, invocation) => ({
    output: flags.output,
    selection: selectionOf({ args, flags, invocation, typesMeanAll: true, allSelects: true }),
  }),

  async run({ output, selection }, context) {
    const texts: string[] = []
    for await (const next of foundIn(selection, context)) {
      const found = next()
      const text = lastAppliedOf(await liveObject(found, context))
      if (text !== undefined) texts.push(text)
      // kubectl says nothing of an object without the annotation, unless a file names it.
      else if (found.source !== undefined) throw new Failure(noAnnotation(found.name, found.source))
    }
    for (const text of texts) context.io.out.write(await formatted(text, output, context))
  },
})

const formatted = async (text: string, output: string, context: Context): Promise<string> => {
  const value = parseJson(text)
  if (output === 'yaml') return printedText(value, 'yaml', context)
  if (output === 'json') return toGoJson(value, 2, { sorted: false }) + (text.endsWith('\n') ? '\n' : '')
  throw new UsageError(`Unexpected -o output mode: ${output}, the flag 'output' must be one of yaml|json`, {
    hint: true,
  })
}

const noAnnotation = (name: string, source: string): string =>
  `error when no last-applied-configuration annotation found on resource: ${name}\n ${goQuote(source)}: <nil>`
