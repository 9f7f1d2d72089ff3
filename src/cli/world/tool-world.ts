import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import type { ToolWorld } from '../../tools/tool.ts'
import type { Context } from '../verb.ts'

/** The cluster as a program at a place sees it. */
export interface ToolPlace {
  readonly view: ClusterView
  readonly settings: ClusterSettings
  readonly world: ToolWorld
  /** Milliseconds. */
  readonly now: number
}

/**
 * The world of who only looks from a place (`--from`): requests are answered, and leave no mark. With `realDns` names of
 * the Internet are asked of this machine's resolver. Throws PlaceError.
 */
export const toolWorldAt = async (
  from: string,
  { world, io, namespace, cluster: name }: Context,
  realDns = false,
): Promise<ToolPlace> => {
  const { cluster: view, settings, now, random } = await world.openView(name)
  const { clusterWorld } = await import('../../tools/cluster-world.ts')
  const { pinsOf } = await import('../../tools/pins.ts')
  const { clusterDomain } = settings
  const { out, err } = io
  const files = { read: unread, write: unread }
  const pins = pinsOf(view)
  const place = clusterWorld({
    cluster: view,
    clusterDomain,
    now,
    random,
    namespace,
    from,
    libc: 'glibc',
    out,
    err,
    files,
    pins,
    realDns: realDns ? world.realDns : undefined,
  })
  return { view, settings, world: place, now }
}

const unread = (): never => {
  throw new Error('who only looks has no files')
}
