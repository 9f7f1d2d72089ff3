import { textOf } from '../../api/conversation.ts'
import { resolve } from '../../dns/resolver/resolve.ts'
import type { Connection } from '../connection.ts'
import { datagram, exchange } from '../exchange.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { type NcWords, ncWords } from './nc-words.ts'

/** nc as busybox has it: sends its input to a port and prints what comes back, or looks whether it is open (-z). */
export const nc: Run = async (argv, world) => {
  const words = ncWords(argv)
  const { host, port, protocol, patience } = words
  if (host === undefined || port === undefined) {
    world.err.write('Usage: nc [-uvz] [-w SEC] HOST PORT\n')
    return 1
  }
  const { addresses } = await resolve(world, host)
  const [address] = addresses
  if (address === undefined) {
    world.err.write(`nc: bad address '${host}'\n`)
    return 1
  }
  const connection = await world.connect({ address, port, protocol })
  const { milliseconds } = connection
  world.wait(Math.min(milliseconds, patience))
  const place = `${host} (${address}:${port})`
  const { outcome } = connection.route.outcome
  // UDP says nothing of a packet that got lost, so it looks as if somebody had got it.
  if (outcome === 'delivered' || (protocol === 'UDP' && outcome === 'timeout')) {
    if (words.isVerbose) world.err.write(`${place} open\n`)
    if (!words.onlyLooks) await carry(connection, words, world)
    return 0
  }
  const why = { refused: 'Connection refused', timeout: 'Connection timed out', noRoute: 'Network unreachable' }
  const isCut = outcome === 'timeout' && patience < milliseconds
  world.err.write(isCut ? 'nc: timed out\n' : `nc: ${place}: ${why[outcome]}\n`)
  return 1
}

const carry = async (connection: Connection, { protocol, patience }: NcWords, world: ToolWorld): Promise<void> => {
  const sent = (await world.input?.()) ?? ''
  const isPacket = protocol === 'UDP'
  const answer = isPacket ? await datagram(connection, sent) : await exchange(connection, sent, world.clock.now())
  if (answer !== '') world.out.write(textOf(answer))
  // Nobody closes a conversation by UDP, nor one in which nothing is said.
  if ((isPacket || answer === '') && Number.isFinite(patience)) world.wait(patience)
}
