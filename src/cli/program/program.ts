import { defineVerb, type VerbEntry } from '../verb.ts'
import { programUsage } from './help.ts'

const introduction =
  'kubectl controls the Kubernetes cluster manager.\n\n' +
  ' Find more information at: https://kubernetes.io/docs/reference/kubectl/\n\n'

/** The help of the program as a whole. */
export const programHelp = (verbs: readonly VerbEntry[]): string => introduction + programUsage(verbs, { all: true })

/** The program without a verb, as a verb of its own: it shows what there is. */
export const program = (verbs: readonly VerbEntry[]): VerbEntry => ({
  name: 'kubectl',
  summary: 'kubectl controls the Kubernetes cluster manager',
  load: async () =>
    defineVerb({
      usage: '[flags]',
      verbs,
      complete: () => undefined,
      run: async (_, { io }) => io.out.write(programHelp(verbs)),
    }),
})
