import { resolve } from '../../dns/resolver/resolve.ts'
import type { Protocol } from '../../network/packet.ts'
import type { Run } from '../tool.ts'

/** nc as busybox has it, for what it is asked most: is a port open. */
export const nc: Run = async (argv, world) => {
  const { host, port, protocol, patience, isVerbose } = readWords(argv)
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
  const { route, milliseconds } = await world.connect({ address, port, protocol })
  world.wait(Math.min(milliseconds, patience))
  const place = `${host} (${address}:${port})`
  const { outcome } = route.outcome
  // UDP says nothing of a packet that got lost, so it looks as if somebody had got it.
  if (outcome === 'delivered' || (protocol === 'UDP' && outcome === 'timeout')) {
    if (isVerbose) world.err.write(`${place} open\n`)
    return 0
  }
  const words = { refused: 'Connection refused', timeout: 'Connection timed out', noRoute: 'Network unreachable' }
  const isCut = outcome === 'timeout' && patience < milliseconds
  world.err.write(isCut ? 'nc: timed out\n' : `nc: ${place}: ${words[outcome]}\n`)
  return 1
}

const readWords = (argv: readonly string[]) => {
  let [protocol, patience, isVerbose]: [Protocol, number, boolean] = ['TCP', Number.POSITIVE_INFINITY, false]
  const operands: string[] = []
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) operands.push(word)
    else if (word.includes('w')) patience = Number(word.split('w')[1] || words.shift()) * 1000
    if (!word.startsWith('-')) continue
    if (word.includes('u')) protocol = 'UDP'
    if (word.includes('v')) isVerbose = true
  }
  const [host, port] = operands
  return { host, port: port === undefined ? undefined : Number(port), protocol, patience, isVerbose }
}
