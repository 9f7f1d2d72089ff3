import type { Client } from '../api/client.ts'
import type { Node } from '../api/generated/types.ts'
import { resourceOfKind } from '../api/lookup.ts'
import type { ClusterView } from '../api/view.ts'
import type { Pin } from '../network/packet.ts'

// Each node's kernel has a table of its own; here it is an annotation of the node.
const annotation = 'kubesim.io/client-affinity'

/** Whom session affinity has sent where, as the nodes of a cluster remember it. */
export const pinsOf = (view: ClusterView): readonly Pin[] =>
  view.list<Node>('Node').flatMap(({ metadata }) => parse(metadata.annotations?.[annotation] ?? '[]'))

/** Lets the nodes remember. A key begins with the name of its node. */
export const keepPins = async (client: Client, pins: readonly Pin[]): Promise<void> => {
  const nodes = new Set(pins.map(({ key }) => nodeOf(key)))
  for (const name of nodes) {
    const own = pins.filter(({ key }) => nodeOf(key) === name)
    const body = { metadata: { annotations: { [annotation]: JSON.stringify(own) } } }
    await client.patch({ resource: resourceOfKind('Node'), name }, { type: 'merge', body })
  }
}

const nodeOf = (key: string): string => key.split(' ')[0] ?? ''

const parse = (text: string): readonly Pin[] => {
  try {
    const pins: unknown = JSON.parse(text)
    return Array.isArray(pins) ? pins.filter(isPin) : []
  } catch (error) {
    // Somebody wrote the annotation by hand: then nothing is remembered.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

const isPin = (value: unknown): value is Pin => {
  const { key, endpoint, at } = (value ?? {}) as Partial<Pin>
  return typeof key === 'string' && typeof endpoint === 'string' && typeof at === 'number'
}
