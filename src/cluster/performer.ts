import type { Namespace } from '../api/generated/types.ts'
import { objectKey, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { StatusError } from '../api/status-error.ts'
import { bindPod } from '../apiserver/bind-pod.ts'
import { createDecoded } from '../apiserver/create.ts'
import { remove } from '../apiserver/delete.ts'
import { recordEvent } from '../apiserver/event-recorder.ts'
import { type Cursors, nextAddresses } from '../apiserver/pod-addresses.ts'
import { keyOf, type Server } from '../apiserver/server.ts'
import { setFinalizers } from '../apiserver/subresources/finalize.ts'
import { storeStatus, update } from '../apiserver/update.ts'
import type { Action } from '../controllers/controller.ts'
import { sameJson } from '../util/same-json.ts'

type Does<Kind extends Action['do']> = Extract<Action, { do: Kind }>

/**
 * Does what controllers ask for, through the API server. What it refuses is dropped (the object is gone or was changed
 * meanwhile, which calls the controller again), but for a refused creation, which is told.
 */
export const createPerformer =
  (server: Server, cursors: Cursors) =>
  (action: Action): void => {
    if (action.do === 'create') create(server, action)
    else if (action.do === 'update') unlessRefused(() => update(server, { ...latest(action.object), options: {} }))
    else if (action.do === 'setStatus') setStatus(server, action)
    else if (action.do === 'delete') unlessRefused(() => removeObject(server, action))
    else if (action.do === 'event') recordEvent(server, action.regarding, action.note)
    else if (action.do === 'finalize') unlessRefused(() => finalize(server, action.object))
    else if (action.do === 'bind') bindPod(server, action.pod, action.node)
    else if (action.do === 'takeAddress') takeAddress(server, cursors, action)
  }

const create = (server: Server, { object, regarding, told, refused }: Does<'create'>): void => {
  try {
    const { metadata } = createDecoded(server, { resource: resourceOfKind(object.kind), object, options: {} })
    if (regarding && told) {
      recordEvent(server, regarding, { ...told, message: told.message.replace('{name}', metadata.name) })
    }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    if (regarding && refused)
      recordEvent(server, regarding, { ...refused, message: `Error creating: ${error.message}` })
  }
}

const removeObject = (
  server: Server,
  { object, gracePeriodSeconds, propagationPolicy }: Does<'delete'>,
): KubeObject => {
  const resource = resourceOfKind(object.kind)
  const { uid = '', name } = object.metadata
  return remove(server, {
    resource,
    key: keyOf(resource, object),
    name,
    options: { gracePeriodSeconds, propagationPolicy, preconditions: { uid } },
  })
}

const finalize = (server: Server, { metadata: { name }, spec }: Namespace): KubeObject => {
  const finalizers = (spec?.finalizers ?? []).filter(finalizer => finalizer !== 'kubernetes')
  return setFinalizers(server, { resource: resourceOfKind('Namespace'), name, finalizers })
}

// Most reconciles find that nothing changed, and need not go through the write path to hear so.
const setStatus = (server: Server, action: Does<'setStatus'>): void => {
  const { kind, metadata } = action.object
  const resource = resourceOfKind(kind)
  const current = server.store.get(objectKey(resource, metadata.namespace, metadata.name))
  if (!current || current.metadata.uid !== metadata.uid) return
  if ('status' in current && sameJson(current.status, action.status)) return
  storeStatus(server, { resource, old: current, status: action.status })
}

const takeAddress = (server: Server, cursors: Cursors, { object, status, ranges }: Does<'takeAddress'>): void => {
  const addresses = nextAddresses(server.view, cursors, ranges)
  const [podIP] = addresses
  if (podIP === undefined) return
  const podIPs = addresses.map(ip => ({ ip }))
  setStatus(server, { do: 'setStatus', object, status: { ...status, podIP, podIPs } })
}

/** Controllers run one at a time and on what is: their writes carry no revision to compare. */
const latest = (object: KubeObject) => {
  const { resourceVersion: _, ...metadata } = object.metadata
  return { resource: resourceOfKind(object.kind), object: { ...object, metadata } }
}

const unlessRefused = (write: () => unknown): void => {
  try {
    write()
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
  }
}
