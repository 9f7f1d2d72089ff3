import type { Node } from '../../../api/generated/types.ts'
import type { Route } from '../../../network/packet.ts'
import { urlText } from '../../http/url.ts'
import type { WhyContext } from '../check.ts'
import { command } from '../commands.ts'

/** A connection that was not made. */
export interface Failed {
  readonly route: Route
  readonly address: string
  readonly port: number
  readonly reason: string
  readonly context: WhyContext
}

/** Whether it went to a node's own address. */
export const isAtNode = ({ context, address }: Failed): boolean =>
  context.view.list<Node>('Node').some(({ status }) => status?.addresses?.some(one => one.address === address))

/** The same request with another host or port. */
export const curl = (failed: Failed, change: { host?: string; port?: number }, from = failed.context.from): string =>
  command(
    failed.context,
    `curl${from ? ` --from ${from}` : ''} ${urlWith(failed, change)}`,
    from.startsWith('node/') || from === 'laptop' ? undefined : failed.context.target.namespace,
  )

const urlWith = ({ context, address, port }: Failed, change: { host?: string; port?: number }): string => {
  const url = context.target.url ?? { scheme: 'http', host: address, port, path: '/' }
  return urlText({ ...url, ...change })
}
