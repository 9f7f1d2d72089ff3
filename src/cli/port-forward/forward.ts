import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import { isReason } from '../../api/status-error.ts'
import { inTurn } from '../../util/in-turn.ts'
import { type Context, Failure } from '../verb.ts'
import type { Speaker } from '../world/world.ts'
import type { ListenAddress } from './addresses.ts'
import { listenAll } from './listen-all.ts'
import type { PortPair } from './ports.ts'
import { openSpeaker } from './speaker.ts'
import { connectionRefused } from './unhandled-error.ts'

interface Forwarding {
  readonly pod: Pod
  readonly pairs: readonly PortPair[]
  readonly addresses: readonly ListenAddress[]
}

// How often to look whether the pod is still there, in milliseconds of real time.
const lookEvery = 400

/** Forwards ports until the user ends it, or the pod is gone: then it throws. */
export const forward = async ({ pod, pairs, addresses }: Forwarding, context: Context): Promise<void> => {
  const { world, io, client } = context
  const { namespace = '', name = '', uid } = pod.metadata
  const kubelet = await world.openKubelet(context.cluster)
  const turn = inTurn()
  let isOver = false
  let isLost = false

  const lose = (outcome: 'refused' | 'gone', { local, remote }: PortPair): void => {
    if (outcome === 'refused') io.err.write(connectionRefused({ local, remote, uid: uid ?? '' }, world.clock.now()))
    isLost = true
  }
  const ask = async (
    { local, remote }: PortPair,
    request: ContainerRequest,
  ): Promise<ContainerResponse | undefined> => {
    if (request.headers.upgrade) return noUpgrade
    const answer = await kubelet.request({ namespace, pod: name, uid, port: remote }, request)
    world.release()
    if (answer.outcome === 'answered') return answer.response
    if (answer.outcome !== 'closed') lose(answer.outcome, { local, remote })
    return undefined
  }
  const open = async ({ local, remote }: PortPair, client: string): Promise<'http' | Speaker | undefined> => {
    const opened = await openSpeaker(async heard => {
      const talk = await kubelet.talk(
        { namespace, pod: name, uid, port: remote },
        { ...heard, protocol: 'TCP', client },
      )
      world.release()
      return talk
    }, turn)
    if (typeof opened === 'object' || opened === 'http') return opened
    lose(opened, { local, remote })
    return undefined
  }
  const look = async (): Promise<void> => {
    const found = await podNow({ namespace, name }, client)
    world.release()
    isLost ||= !found || found.metadata.uid !== uid || isPodFinished(found)
  }

  const interrupted = world.interrupted().then(() => {
    isOver = true
  })
  const listeners = await listenAll(
    pairs,
    {
      addresses,
      handlers: ({ local, remote }) => ({
        onConnection(from) {
          io.out.write(`Handling connection for ${local()}\n`)
          return open({ local: local(), remote }, from)
        },
        onRequest: request => turn(() => ask({ local: local(), remote }, request)),
      }),
    },
    context,
  )
  try {
    while (!isOver && !isLost) {
      await Promise.race([interrupted, world.wait(lookEvery)])
      if (!isOver) await turn(look)
    }
  } finally {
    for (const listener of listeners) listener.close()
  }
  if (isLost && !isOver) throw new Failure('lost connection to pod')
}

const podNow = async (
  { namespace, name }: { readonly namespace: string; readonly name: string },
  client: Context['client'],
): Promise<Pod | undefined> => {
  try {
    return (await client.get({ resource: resourceOfKind('Pod'), namespace, name })) as Pod
  } catch (error) {
    if (isReason(error, 'NotFound')) return undefined
    throw error
  }
}

const noUpgrade: ContainerResponse = {
  status: 501,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'kubesim does not carry WebSockets: a simulated container answers plain requests only\n',
}
