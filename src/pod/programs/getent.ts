import { resolve } from '../../dns/resolver/resolve.ts'
import { type Call, defineProgram, failed, printed } from './program.ts'

// What getent ends with where a key is not found.
const notFound = 2

/** Asks as any program asks for a name: `getent hosts web`. */
export const getent = defineProgram({
  names: ['getent'],
  async run(call) {
    const [database, ...keys] = call.words
    if (database === 'passwd' || database === 'group') return linesOf(database, keys, call)
    if (database !== 'hosts' && database !== 'ahosts' && database !== 'ahostsv4') {
      return failed(`Unknown database: ${database ?? ''}\n`)
    }
    const rows = await Promise.all(keys.map(key => rowsOf(key, database, call)))
    return { out: rows.join(''), err: '', code: rows.includes('') ? notFound : 0 }
  },
})

const rowsOf = async (key: string, database: string, { machine, folder }: Call): Promise<string> => {
  const nowhere = { write: () => undefined }
  const { addresses, name } = await resolve(await machine.network({ out: nowhere, err: nowhere, folder }), key)
  if (database === 'hosts')
    return addresses.map(address => `${address.padEnd(15)} ${name.replace(/\.$/, '')}\n`).join('')
  const types = [`STREAM ${name.replace(/\.$/, '')}`, 'DGRAM', 'RAW']
  return addresses.flatMap(address => types.map(type => `${address.padEnd(15)} ${type}\n`)).join('')
}

const linesOf = (database: string, keys: readonly string[], { machine: { files } }: Call) => {
  const path = `/etc/${database}`
  const lines = files.find(path) ? files.read(path).toString('utf8').split('\n') : []
  const found = lines.filter(line => line !== '' && (keys.length === 0 || keys.includes(line.split(':')[0] ?? '')))
  return found.length > 0 ? printed(found.map(line => `${line}\n`).join('')) : failed('', notFound)
}
