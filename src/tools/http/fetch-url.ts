import type { ContainerResponse, Question } from '../../api/behaviour.ts'
import type { ToolWorld } from '../tool.ts'
import { dial } from './dial.ts'
import { authorityOf, readUrl } from './url.ts'

/** A plain GET, or another request; undefined if it does not come through. */
export const fetchUrl = async (
  world: ToolWorld,
  text: string,
  request?: Question['request'],
): Promise<ContainerResponse | undefined> => {
  const url = readUrl(text)
  if (!url) return undefined
  const dialled = await dial(world, { host: url.host, port: url.port, patience: 100_000 })
  if (dialled.outcome !== 'connected') return undefined
  const encrypted = url.scheme === 'https'
  const headers = { host: authorityOf(url), accept: '*/*' }
  return dialled.last.connection.request({ method: 'GET', headers, body: '', ...request, path: url.path, encrypted })
}
