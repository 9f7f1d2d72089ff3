import { debugFault } from '../debug/check.ts'
import { type DebugFlags, declareDebug } from '../debug/flags.ts'
import { parsePodTarget } from '../pods/attachable-pod.ts'
import { forEachObject, liveObject } from '../selection/find-objects.ts'
import type { Selection } from '../selection/selection.ts'
import { defineVerb, Failure } from '../verb.ts'

export const debug = defineVerb({
  usage: '(POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]',
  description:
    'Adds a container to a pod, or copies the pod, to look into what is wrong with it. kubesim does not do that: it ' +
    'checks its flags and finds the object, as kubectl does, and says so.',

  declare: declareDebug,

  complete(args, flags: DebugFlags, { dash, given }): Selection {
    const names = dash === undefined ? args : args.slice(0, dash)
    const words = dash === undefined ? [] : args.slice(dash)
    const fault = debugFault({ flags, names, words, attachGiven: given('attach') })
    if (fault) throw new Failure(fault)
    if (names.length === 0) return { from: 'files', filename: flags.filename }
    return { from: 'names', objects: names.map(parsePodTarget) }
  },

  async run(selection, context) {
    await forEachObject(selection, context, async found => {
      await liveObject(found, context)
      throw new Failure(
        `kubesim does not run debugging containers: look into a container with "kubectl exec", or ask "kubectl why ${found.resource.singular}/${found.name}"`,
      )
    })
  },
})
