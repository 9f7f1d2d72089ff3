import { resolve } from '../../dns/resolver/resolve.ts'
import type { Run, ToolWorld } from '../tool.ts'

/** ping as busybox has it. Without -c it goes on until it is stopped, or where nobody can stop it until four were sent. */
export const ping: Run = async (argv, world) => {
  const { host, count: wanted, wait, isQuiet } = readWords(argv)
  const live = wanted === undefined ? world.live : undefined
  const count = wanted ?? (live ? Number.POSITIVE_INFINITY : untold)
  if (host === undefined) {
    world.err.write('Usage: ping [OPTIONS] HOST\n')
    return 1
  }
  const { addresses } = await resolve(world, host)
  const address = addresses.find(candidate => !candidate.includes(':')) ?? addresses[0]
  if (address === undefined) {
    world.err.write(`ping: bad address '${host}'\n`)
    return 1
  }
  world.out.write(`PING ${host} (${address}): 56 data bytes\n`)
  const times: number[] = []
  let sent = 0
  for (let sequence = 0; sequence < count; sequence++) {
    sent += 1
    const answer = await echo(address, live ? { ...world, connect: await live.connect() } : world)
    if (answer === 'unreachable') {
      world.err.write('ping: sendto: Network unreachable\n')
      return 1
    }
    if (answer !== undefined) {
      times.push(answer)
      if (!isQuiet)
        world.out.write(
          `64 bytes from ${address}: seq=${sequence} ttl=${answer > 10 ? 56 : 63} time=${answer.toFixed(3)} ms\n`,
        )
    }
    if (live && !(await live.pass(1000))) break
    if (!live && (sequence < count - 1 || answer === undefined))
      world.wait(answer === undefined && sequence === count - 1 ? wait : 1000)
  }
  world.out.write(summary(host, sent, times))
  return times.length > 0 ? 0 : 1
}

// How many it sends where nobody says how many, and nobody can stop it.
const untold = 4

/** Milliseconds until the answer; undefined if there is none. */
const echo = async (address: string, { connect, random }: ToolWorld): Promise<number | 'unreachable' | undefined> => {
  const { route, milliseconds } = await connect({ address, port: 0, protocol: 'ICMP' })
  if (route.outcome.outcome === 'noRoute') return 'unreachable'
  if (route.outcome.outcome !== 'delivered') return undefined
  return milliseconds > 1 ? milliseconds + random.next() * 2 : 0.05 + random.next() * 0.1
}

const summary = (host: string, sent: number, times: readonly number[]): string => {
  const lost = Math.round(((sent - times.length) / sent) * 100)
  const head = `\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${times.length} packets received, ${lost}% packet loss\n`
  if (times.length === 0) return head
  const average = times.reduce((sum, time) => sum + time, 0) / times.length
  const numbers = [Math.min(...times), average, Math.max(...times)].map(time => time.toFixed(3))
  return `${head}round-trip min/avg/max = ${numbers.join('/')} ms\n`
}

const readWords = (
  argv: readonly string[],
): { host: string | undefined; count: number | undefined; wait: number; isQuiet: boolean } => {
  let [wait, isQuiet] = [10_000, false]
  let count: number | undefined
  let host: string | undefined
  const words = [...argv]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, letter = '', inline = ''] = /^-([A-Za-z])(.*)$/.exec(word) ?? []
    const value = (): number => Number(inline || words.shift())
    if (letter === 'c') count = Math.max(1, value() || 1)
    else if (letter === 'W') wait = value() * 1000
    else if ('wistIp'.includes(letter) && letter) value()
    else if (letter === 'q') isQuiet = true
    else if (!letter) host = word
  }
  return { host, count, wait, isQuiet }
}
