import { parseAddress } from '../../dns/address.ts'
import { nameOf, resolve } from '../../dns/resolver/resolve.ts'
import type { Run, ToolWorld } from '../tool.ts'

/** busybox nslookup as it was until 1.28: what the C library makes of a name, every address with its own name. */
export const busyboxSmall: Run = async (argv, world) => {
  const [name, server] = argv
  if (!name || name.startsWith('-') || argv.length > 2) {
    world.err.write(usage)
    return 1
  }
  const address = server === undefined ? serverOf(world) : await addressOfServer(world, server)
  if (address === undefined) {
    world.err.write(`nslookup: bad address '${server}'\n`)
    return 1
  }
  const asking: ToolWorld = { ...world, resolvConf: { ...world.resolvConf, nameservers: [address] } }
  await printHost(asking, 'Server:', address)
  world.out.write('\n')
  return printHost(asking, 'Name:', name)
}

const usage =
  'Usage: nslookup HOST [SERVER]\n\nShows the addresses of HOST, asked of SERVER or of the server in resolv.conf\n'

const serverOf = ({ resolvConf }: ToolWorld): string => resolvConf.nameservers[0] ?? '127.0.0.1'

/** A server may be a name, which the servers of resolv.conf then find; of its addresses the first counts. */
const addressOfServer = async (world: ToolWorld, server: string): Promise<string | undefined> =>
  parseAddress(server) ? server : (await resolve(world, server)).addresses[0]

const printHost = async (world: ToolWorld, header: string, name: string): Promise<number> => {
  const { addresses } = await resolve(world, name)
  if (!addresses.length) {
    world.err.write(`nslookup: can't resolve '${name}'\n`)
    return 1
  }
  world.out.write(`${header.padEnd(10)} ${name}\n`)
  for (const [index, address] of addresses.entries()) {
    const reverse = await nameOf(world, address)
    world.out.write(`Address ${index + 1}: ${address}${reverse ? ` ${reverse}` : ''}\n`)
  }
  return 0
}
