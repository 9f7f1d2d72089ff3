import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { propagationOf } from '../delete/flags.ts'
import { dryRunOf } from '../dry-run.ts'
import { throwAll } from '../errors.ts'
import { createObject, withOwnConfiguration } from '../generators/create-object.ts'
import { override } from '../generators/overrides.ts'
import { checkFormat, donePrinter } from '../output/printing.ts'
import { recorded } from '../record.ts'
import { attachRun } from '../run-pod/attach-run.ts'
import { attachesTo, checkRun } from '../run-pod/check.ts'
import { declareRun, type RunFlags } from '../run-pod/flags.ts'
import { podOf, serviceOf } from '../run-pod/pod.ts'
import type { Found } from '../selection/found.ts'
import { defineVerb } from '../verb.ts'

export const run = defineVerb({
  usage:
    'NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]',
  description: 'Run an image in a pod of its own.',
  examples: `# A pod of nginx
kubectl run nginx --image=nginx

# With a port and a Service for it
kubectl run web --image=nginx --port=80 --expose

# Environment and labels
kubectl run app --image=nginx --env="MODE=dark" --labels="app=app,env=prod"

# Only show what would be sent
kubectl run dry --image=nginx --dry-run=client -o yaml

# A shell in a pod that is gone afterwards
kubectl run -it --rm tmp --image=busybox --restart=Never -- sh

# A command of our own, once
kubectl run once --image=busybox --restart=Never --command -- date`,
  declare: declareRun,
  complete(args, flags: RunFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkFormat(flags)
    propagationOf(flags.cascade)
    checkRun(args, flags, { dryRun, invocation })
    const [name = '', ...words] = args
    return { flags, dryRun, name, words, attaches: attachesTo(flags, invocation) }
  },
  async run({ flags, dryRun, name, words, attaches }, context) {
    const { fieldManager, saveConfig } = flags
    const make = async (resource: Resource, object: KubeObject): Promise<KubeObject> => {
      const reasoned = recorded(object, context)
      const noted = saveConfig && dryRun !== 'client' ? withOwnConfiguration(reasoned) : reasoned
      return createObject({ resource, object: noted, dryRun, fieldManager }, context)
    }
    const print = await donePrinter(flags, context, { dryRun, keepOrder: true })
    const [pods, services] = [resourceOfKind('Pod'), resourceOfKind('Service')]
    const pod = await make(pods, override(pods, podOf(name, words, flags), flags))
    const errors: unknown[] = []
    const created: Found[] = [foundOf(pods, pod)]
    if (flags.expose) {
      try {
        const service = await make(services, serviceOf(name, flags))
        created.push(foundOf(services, service))
        if (!attaches) print({ resource: services, object: service, did: 'created' })
        // kubectl parts the two itself, and its printer does it once more.
        if (!attaches && flags.output === 'yaml') context.io.out.write('---\n')
      } catch (error) {
        errors.push(error)
      }
    }
    if (attaches) return attachRun({ pod: pod as Pod, created, flags }, context)
    print({ resource: pods, object: pod, did: 'created' })
    throwAll(errors)
  },
})

const foundOf = (resource: Resource, object: KubeObject): Found => {
  const { namespace, name } = object.metadata
  return { resource, namespace, name, object, source: undefined }
}
