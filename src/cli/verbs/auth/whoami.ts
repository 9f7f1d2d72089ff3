import { resourceOfKind } from '../../../api/lookup.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { createColumnWriter } from '../../../printers/table.ts'
import { declarePrinting, type PrintFlags, printerOf } from '../../output/printing.ts'
import { defineVerb } from '../../verb.ts'
import { ask } from './ask.ts'

interface Answer extends KubeObject {
  readonly status: {
    readonly userInfo: { readonly username?: string; readonly uid?: string; readonly groups?: readonly string[] }
  }
}

export const whoami = defineVerb({
  usage: '',
  description: 'Asks the cluster whom it takes the caller for: name and groups. With --as that is somebody else.',
  examples: `# Who am I?
kubectl auth whoami

# The same as JSON
kubectl auth whoami -o json`,
  declare: command => void declarePrinting(command),
  complete: (_, flags: PrintFlags) => flags,

  async run(flags, context) {
    const print = await printerOf(flags, context, { keepOrder: true })
    const answer = await ask<Answer>(resourceOfKind('SelfSubjectReview'), {}, context)
    const { username, uid, groups = [], ...more } = answer.status.userInfo
    if (print) {
      const { kind, apiVersion, metadata } = answer
      const userInfo = { username, uid, groups, ...more }
      return print({ kind, apiVersion, metadata, status: { userInfo } }, text => context.io.out.write(text))
    }
    const writer = createColumnWriter()
    writer.write('ATTRIBUTE\tVALUE\n')
    if (username) writer.write(`Username\t${username}\n`)
    if (uid) writer.write(`UID\t${uid}\n`)
    if (groups.length > 0) writer.write(`Groups\t[${groups.join(' ')}]\n`)
    context.io.out.write(writer.flush())
  },
})
