import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Asked } from './asked.ts'
import { named } from './servers.ts'
import { expanded } from './variables.ts'

/** An answer with the headers of `add_header`: those of the innermost block that has some. */
export const withAddedHeaders = (response: ContainerResponse, asked: Asked): ContainerResponse => {
  const block = asked.blocks.find(each => named(each, 'add_header').length > 0) ?? []
  const headers = named(block, 'add_header').map(({ words: [name = '', value = ''] }) => [
    name.toLowerCase(),
    expanded(value, asked),
  ])
  return { ...response, headers: { ...response.headers, ...Object.fromEntries(headers) } }
}
