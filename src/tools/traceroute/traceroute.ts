import { resolve } from '../../dns/resolver/resolve.ts'
import type { Run, ToolWorld } from '../tool.ts'

/** traceroute as busybox has it: the nodes that a packet passes, as far as they tell. */
export const traceroute: Run = async (argv, world) => {
  const { host, most } = readWords(argv)
  if (host === undefined) {
    world.err.write('Usage: traceroute [-n] [-m MAXTTL] HOST\n')
    return 1
  }
  const { addresses } = await resolve(world, host)
  const address = addresses.find(candidate => !candidate.includes(':')) ?? addresses[0]
  if (address === undefined) {
    world.err.write(`traceroute: bad address '${host}'\n`)
    return 1
  }
  world.out.write(`traceroute to ${host} (${address}), ${most} hops max, 46 byte packets\n`)
  const { route, hops: between } = await world.connect({ address, port: 0, protocol: 'ICMP' })
  const isThere = route.outcome.outcome === 'delivered'
  const hops = isThere ? [...between, address] : between
  const silent = isThere ? 0 : Math.max(0, most - hops.length)
  for (const [index, hop] of hops.slice(0, most).entries())
    world.out.write(line(index + 1, `${hop} (${hop})${timing(world)}`))
  for (let index = 0; index < silent; index++) world.out.write(line(hops.length + index + 1, '*  *  *'))
  return 0
}

const line = (hop: number, text: string): string => `${String(hop).padStart(2)}  ${text}\n`

const timing = ({ random }: ToolWorld): string =>
  [0, 1, 2].map(() => `  ${(0.004 + random.next() * 0.02).toFixed(3)} ms`).join('')

const readWords = (argv: readonly string[]): { host: string | undefined; most: number } => {
  let most = 30
  let host: string | undefined
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-m') most = Math.max(1, Number(words.shift()) || 30)
    else if (/^-[fwqpgstzi]$/.test(word)) words.shift()
    else if (!word.startsWith('-') && host === undefined) host = word
  }
  return { host, most }
}
