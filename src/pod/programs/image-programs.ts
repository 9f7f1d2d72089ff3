import type { Executed } from '../../api/behaviour.ts'
import type { Container } from '../../api/generated/types.ts'
import { resolve } from '../../dns/resolver/resolve.ts'
import { behavioursIn } from '../../images/behaviour-of.ts'
import { type Client, type ServerPlace, serverIn, type Trouble } from '../../images/client.ts'
import { knownImage } from '../../images/known-image.ts'
import { type Call, defineProgram, failed, type Outcome, type Program, printed } from './program.ts'

/** The programs that come with what an image is known for: the clients of its server. */
export const imagePrograms = ({ image = '' }: Container): readonly Program[] => {
  const { programs: names = [], client } = knownImage(image) ?? {}
  return names.length > 0 ? [defineProgram({ names, run: call => run(call, client) })] : []
}

const run = async (call: Call, client: Client | undefined): Promise<Outcome> => {
  const { name, words, machine } = call
  const place = client && serverIn(words, client)
  const trouble = place && (await missing(place, call))
  if (client && place && trouble) return outcomeOf(client.fails(place, trouble))
  const { view, pod, now } = await machine.look()
  const done = behavioursIn(view)(pod, machine.container).exec?.([name, ...words], now)
  return done ? outcomeOf(done) : failed(`${name}: kubesim knows of this program only how it asks for a ping\n`)
}

/** Why a server cannot be reached; undefined if it can. */
const missing = async ({ host, port }: ServerPlace, { machine, folder }: Call): Promise<Trouble | undefined> => {
  const nowhere = { write: () => undefined }
  const world = await machine.network({ out: nowhere, err: nowhere, folder })
  const [address] = (await resolve(world, host)).addresses
  if (address === undefined) return 'Name or service not known'
  const { route } = await world.connect({ address, port, protocol: 'TCP' })
  const { outcome } = route.outcome
  if (outcome === 'delivered') return undefined
  return outcome === 'refused' ? 'Connection refused' : 'Connection timed out'
}

const outcomeOf = ({ exitCode, output }: Executed): Outcome =>
  exitCode === 0 ? printed(output) : failed(output, exitCode)
