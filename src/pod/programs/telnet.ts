import { resolve } from '../../dns/resolver/resolve.ts'
import { defineProgram, failed } from './program.ts'

const usualPort = 23
const faults = { refused: 'Connection refused', timeout: 'Connection timed out', noRoute: 'Network unreachable' }

/** Looks whether somebody listens at a port. Nothing is typed to them: the connection is closed at once. */
export const telnet = defineProgram({
  names: ['telnet'],
  async run({ words, machine, folder }) {
    const [host, port] = words.filter(word => !word.startsWith('-'))
    if (host === undefined) return failed('Usage: telnet HOST [PORT]\n')
    const nowhere = { write: () => undefined }
    const world = await machine.network({ out: nowhere, err: nowhere, folder })
    const [address] = (await resolve(world, host)).addresses
    if (address === undefined) return failed(`telnet: bad address '${host}'\n`)
    const { route } = await world.connect({ address, port: Number(port ?? usualPort), protocol: 'TCP' })
    const { outcome } = route.outcome
    if (outcome !== 'delivered') {
      return failed(`telnet: can't connect to remote host (${address}): ${faults[outcome]}\n`)
    }
    return { out: `Connected to ${host}\n`, err: 'Connection closed by foreign host\n', code: 1 }
  },
})
