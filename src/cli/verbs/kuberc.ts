import { Failure } from '../errors.ts'
import { defineVerb, type Verb, type VerbEntry } from '../verb.ts'
import { defineVerbGroup } from '../verb-group.ts'

// Preferences of kubectl are no concern of a simulated cluster.
const refused = (what: string): Verb =>
  defineVerb({
    usage: '[flags]',
    complete: () => undefined,
    run: async () => {
      throw new Failure(`kubesim has no kuberc file: there is nothing to ${what}`)
    },
  })

const kubercVerbs: readonly VerbEntry[] = [
  { name: 'set', summary: 'Set values in the kuberc configuration', load: async () => refused('set') },
  { name: 'view', summary: 'Display the current kuberc configuration', load: async () => refused('view') },
]

export const kuberc = defineVerbGroup({ usage: 'SUBCOMMAND', verbs: kubercVerbs })
