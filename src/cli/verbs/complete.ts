import { complete } from '../completion/complete.ts'
import { directives } from '../completion/suggestion.ts'
import { defineVerb, type Verb } from '../verb.ts'

/**
 * What the scripts of `completion` ask: a line for each word that may come next, then the number of a directive. This
 * is the contract of cobra, so that its scripts work, too.
 */
export const completeVerb = ({ withSummaries }: { readonly withSummaries: boolean }): Verb =>
  defineVerb({
    usage: '[command-line]',
    rawWords: 'all',
    complete: args => args,

    async run(words, context) {
      const { suggestions, directive } = await complete(words, context)
      const lines = suggestions.map(({ word, summary }) => (withSummaries && summary ? `${word}\t${summary}` : word))
      context.io.out.write([...lines, `:${directives[directive]}`].map(line => `${line}\n`).join(''))
      context.io.err.write(`Completion ended with directive: ${directive}\n`)
    },
  })
