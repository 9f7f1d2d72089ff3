import { resourceOfKind } from '../../../api/lookup.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { toRfc3339 } from '../../../util/clock.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../../output/printing.ts'
import { forEachObject } from '../../selection/find-objects.ts'
import { declareFiles, type FileFlags, namesFiles, type Selection } from '../../selection/selection.ts'
import { defineVerb, Failure, type Verb } from '../../verb.ts'

interface Decision {
  /** The condition that is set, and the one that must not be there. */
  readonly type: string
  readonly opposite: string
  readonly verb: string
}

interface DecisionFlags extends PrintFlags, FileFlags {
  readonly force: boolean
}

interface Request extends KubeObject {
  readonly status?: { readonly conditions?: readonly { readonly type: string }[] }
}

/** The verb that approves or denies certificate signing requests. Nobody issues certificates in a simulated cluster. */
export const decisionVerb = ({ type, opposite, verb }: Decision): Verb =>
  defineVerb({
    usage: '(-f FILENAME | NAME)',
    description: `Notes at certificate signing requests that they are ${type.toLowerCase()}. Nobody issues certificates here.`,

    declare(command) {
      declarePrinting(command)
      declareFiles(command, 'the requests')
      command.option('--force', `Also where it is ${type.toLowerCase()} already.`, false)
    },

    complete(names, flags: DecisionFlags) {
      if (names.length === 0 && !namesFiles(flags)) {
        throw new Failure('one or more CSRs must be specified as <name> or -f <filename>')
      }
      const resource = resourceOfKind('CertificateSigningRequest')
      const selection: Selection = namesFiles(flags)
        ? { from: 'files', ...flags }
        : { from: 'names', objects: names.map(name => ({ resource, name })) }
      return { selection, flags }
    },

    async run({ selection, flags }, context) {
      const print = await donePrinter(flags, context)
      const condition = { type, status: 'True', reason: `Kubectl${reasons[verb]}`, message: messageOf(type, verb) }
      await forEachObject(selection, context, async found => {
        const live: Request = await context.client.get(found)
        const { conditions = [] } = live.status ?? {}
        if (conditions.some(known => known.type === opposite)) {
          throw new Error(`certificate signing request "${found.name}" is already ${opposite.toLowerCase()}`)
        }
        const isDone = conditions.some(known => known.type === type)
        const lastUpdateTime = toRfc3339(await context.client.now())
        const status = { ...live.status, conditions: [...conditions, { ...condition, lastUpdateTime }] }
        const object = isDone && !flags.force ? live : { ...live, status }
        if (object !== live) await context.client.update({ ...found, subresource: 'status' }, object)
        print({ resource: found.resource, object, did: type.toLowerCase() })
      })
    },
  })

const reasons: Readonly<Record<string, string>> = { approve: 'Approve', deny: 'Deny' }

const messageOf = (type: string, verb: string): string =>
  `This CSR was ${type.toLowerCase()} by kubectl certificate ${verb}.`
