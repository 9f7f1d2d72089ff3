import type { Executed } from '../../api/behaviour.ts'
import type { Container } from '../../api/generated/types.ts'
import { resolve } from '../../dns/resolver/resolve.ts'
import { behavioursIn } from '../../images/behaviour-of.ts'
import { type Client, type ServerPlace, serverHere, serverIn, type Trouble } from '../../images/client.ts'
import { knownImage } from '../../images/known-image.ts'
import type { Connection } from '../../tools/connection.ts'
import { exchange } from '../../tools/exchange.ts'
import { type Call, defineProgram, failed, type Outcome, type Program, printed } from './program.ts'

/** The programs that come with what an image is known for: the clients of its server. */
export const imagePrograms = ({ image = '' }: Container): readonly Program[] => {
  const { programs: names = [], client } = knownImage(image) ?? {}
  return names.length > 0 ? [defineProgram({ names, run: call => run(call, client) })] : []
}

const run = async (call: Call, client: Client | undefined): Promise<Outcome> => {
  const { name, words } = call
  const question = client?.asks?.([name, ...words], call.stdin)
  const elsewhere = client && serverIn(words, client)
  const place = elsewhere ?? (client && question ? serverHere(words, client) : undefined)
  if (!client || !place) return alone(call)
  const connection = await reached(place, call)
  if (typeof connection === 'string') return outcomeOf(client.fails(place, connection, name))
  if (!question) return alone(call)
  const { now } = await call.machine.look()
  return outcomeOf(question.told(await exchange(connection, question.bytes, now), place))
}

/** What it does without a server, or with the one here. */
const alone = async ({ name, words, machine }: Call): Promise<Outcome> => {
  const { view, pod, now } = await machine.look()
  const done = behavioursIn(view)(pod, machine.container).exec?.([name, ...words], now)
  return done ? outcomeOf(done) : failed(`${name}: kubesim knows of this program only how it asks for a ping\n`)
}

/** A connection to a server, or why it cannot be reached. */
const reached = async ({ host, port }: ServerPlace, { machine, folder }: Call): Promise<Connection | Trouble> => {
  const nowhere = { write: () => undefined }
  const world = await machine.network({ out: nowhere, err: nowhere, folder })
  const [address] = (await resolve(world, host)).addresses
  if (address === undefined) return 'Name or service not known'
  const connection = await world.connect({ address, port, protocol: 'TCP' })
  const { outcome } = connection.route.outcome
  if (outcome === 'delivered') return connection
  return outcome === 'refused' ? 'Connection refused' : 'Connection timed out'
}

const outcomeOf = ({ exitCode, output }: Executed): Outcome =>
  exitCode === 0 ? printed(output) : failed(output, exitCode)
