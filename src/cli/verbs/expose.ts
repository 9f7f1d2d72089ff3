import { resourceOfKind } from '../../api/lookup.ts'
import { dryRunOf } from '../dry-run.ts'
import { declareExpose, type ExposeFlags } from '../expose/flags.ts'
import { exposureOf, introspect, type Wanted, withProtocols } from '../expose/introspect.ts'
import { exposedService } from '../expose/service.ts'
import { createObject, withOwnConfiguration } from '../generators/create-object.ts'
import { override } from '../generators/overrides.ts'
import { donePrinter } from '../output/printing.ts'
import { recorded } from '../record.ts'
import { forEachObject, liveObject } from '../selection/find-objects.ts'
import { selectionOf } from '../selection/selection.ts'
import { defineVerb } from '../verb.ts'

const maxName = 63

export const expose = defineVerb({
  usage:
    '(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type]',
  description: `Make a Service for the pods of a deployment, replica set, replication controller, Service or pod.

What selects the pods and which ports there are is taken from the object, unless flags say it.`,
  examples: `# Port 80 of the Service, 8000 of its pods
kubectl expose deployment web --port=80 --target-port=8000

# A pod, under another name
kubectl expose pod web --port=444 --name=frontend

# A second Service for the same pods
kubectl expose service web --port=443 --target-port=8443 --name=web-https`,
  actsOn: ({ exposure }) => exposure !== undefined,
  declare: declareExpose,
  complete(args, flags: ExposeFlags, invocation) {
    const dryRun = dryRunOf(flags)
    // Its --selector is the Service's, and picks no objects.
    const selection = selectionOf({ args, flags: { ...flags, selector: '' }, invocation })
    return { flags, dryRun, selection }
  },
  async run({ flags, dryRun, selection }, context) {
    const resource = resourceOfKind('Service')
    const print = await donePrinter(flags, context, { dryRun, keepOrder: true })
    let wanted: Wanted | undefined
    await forEachObject(selection, context, async found => {
      const object = found.object ?? (await liveObject(found, context))
      const exposure = exposureOf(found.resource)
      wanted = introspect(object, exposure, flags, wanted)
      const name = flags.name || found.name.slice(0, maxName)
      const ports = withProtocols(wanted.ports, object, exposure)
      const built = recorded(override(resource, exposedService({ ...wanted, name, ports }, flags), flags), context)
      const service = flags.saveConfig && dryRun !== 'client' ? withOwnConfiguration(built) : built
      const { fieldManager } = flags
      const created = await createObject({ resource, object: service, dryRun, fieldManager }, context)
      print({ resource, object: created, did: 'exposed' })
    })
  },
})
