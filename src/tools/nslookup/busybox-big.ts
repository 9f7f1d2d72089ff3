import { parseAddress } from '../../dns/address.ts'
import { type Asked, askOnce, relative } from '../../dns/resolver/client.ts'
import { resolve } from '../../dns/resolver/resolve.ts'
import { reverseName } from '../../dns/reverse.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { type BusyboxOptions, parseBusyboxArguments } from './busybox-arguments.ts'
import { printReply } from './busybox-reply.ts'

/**
 * busybox nslookup since 1.29: sends all its questions at once and prints the replies as they arrive. `failureCounts`
 * tells whether an error in a reply makes the exit code 1.
 */
export const busyboxBig =
  ({ srv, failureCounts }: { readonly srv: boolean; readonly failureCounts: boolean }): Run =>
  async (argv, world) => {
    const options = parseBusyboxArguments(argv, srv)
    if ('refusal' in options) {
      world.err.write(options.refusal)
      return 1
    }
    const servers = await serversFor(world, options)
    if (!servers) {
      world.err.write(`nslookup: bad address '${options.server}'\n`)
      return 1
    }
    const questions = questionsOf(options, world)
    for (const server of servers) {
      const failed = await askAll(world, options, { server, questions })
      if (failed !== undefined) return failed && failureCounts ? 1 : 0
    }
    world.out.write(';; connection timed out; no servers could be reached\n\n')
    return 1
  }

interface Server {
  readonly name: string
  readonly address: string
}

interface Asked1 extends Asked {
  readonly name: string
  readonly number: number
}

const serversFor = async (world: ToolWorld, { server }: BusyboxOptions): Promise<readonly Server[] | undefined> => {
  if (server === undefined) {
    const { nameservers } = world.resolvConf
    return (nameservers.length ? nameservers : ['127.0.0.1']).map(address => ({ name: address, address }))
  }
  const address = parseAddress(server) ? server : (await resolve(world, server)).addresses[0]
  return address === undefined ? undefined : [{ name: server, address }]
}

/**
 * A for every name of the search list, then AAAA; an address asks for its PTR. Only a name without a dot is searched.
 */
const questionsOf = ({ name, types }: BusyboxOptions, { resolvConf }: ToolWorld) => {
  const reverse = reverseName(name)
  if (!types.length && reverse) return [{ name: relative(reverse), type: 'PTR' }]
  const searched = resolvConf.search.filter(domain => domain !== '.')
  return (types.length ? types : ['A', 'AAAA']).flatMap(type =>
    type === 'PTR' || name.includes('.') || !searched.length
      ? [{ name, type }]
      : searched.map(domain => ({ name: `${name}.${domain}`, type })),
  )
}

/** Whether a reply was an error; undefined if the server gave no reply at all. */
const askAll = async (
  world: ToolWorld,
  options: BusyboxOptions,
  { server, questions }: { readonly server: Server; readonly questions: ReturnType<typeof questionsOf> },
): Promise<boolean | undefined> => {
  const sent = await Promise.all(questions.map(ask(world, options, server)))
  if (sent.some(({ exchange }) => exchange.outcome === 'refused')) {
    world.err.write(`nslookup: write to '${server.name}': Connection refused\n`)
    return undefined
  }
  if (sent.some(({ exchange }) => exchange.outcome === 'timeout')) world.wait(options.timeout * 1000)
  const arrived = inOrderOfArrival(sent)
  if (!arrived.length) return undefined

  const printed = server.address.includes(':') ? `[${server.address}]` : server.address
  world.out.write(`Server:\t\t${server.name}\nAddress:\t${printed}:${options.port}\n\n`)
  const errors = arrived.map(asked => printReply(world.out, asked, options.debug))
  const silent = sent.filter(({ exchange }) => exchange.outcome !== 'reply')
  for (const { name } of silent) world.out.write(`*** Can't find ${name}: No answer\n`)
  if (silent.length) world.out.write('\n')
  return errors.includes(true) || silent.length > 0
}

const ask =
  (world: ToolWorld, { port }: BusyboxOptions, { address }: Server) =>
  async ({ name, type }: { name: string; type: string }, number: number): Promise<Asked1> => {
    const question = { name: name.endsWith('.') ? name : `${name}.`, type, class: 'IN' }
    const asking = { question, server: { address, port }, flags: { rd: true, cd: false, ad: false } }
    return { ...(await askOnce(world, asking)), name, number }
  }

const inOrderOfArrival = (sent: readonly Asked1[]) =>
  sent
    .flatMap(({ exchange, name, number }) => (exchange.outcome === 'reply' ? [{ ...exchange, name, number }] : []))
    .sort((left, right) => left.milliseconds - right.milliseconds)
