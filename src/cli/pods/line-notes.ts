import type { LogLine } from '../../api/behaviour.ts'
import type { Container, Pod } from '../../api/generated/types.ts'
import { lineSplitter } from '../../util/line-splitter.ts'
import type { Context } from '../verb.ts'

/** What a container's process prints, on its way into the container's log. */
export interface LineNotes {
  add(text: string): void
  /** Writes down what has come. */
  keep(): Promise<void>
}

export const lineNotes = async (pod: Pod, container: Container, context: Context): Promise<LineNotes> => {
  const { world, client, cluster } = context
  const kubelet = await world.openKubelet(cluster)
  const offset = (await client.now()) - world.clock.now()
  const place = { namespace: pod.metadata.namespace ?? 'default', pod: pod.metadata.name }
  let lines: readonly LogLine[] = []
  const splitter = lineSplitter(text => {
    lines = [...lines, { time: world.clock.now() + offset, text }]
  })
  return {
    add: splitter.write,
    async keep() {
      splitter.end()
      if (lines.length > 0) await kubelet.note(place, container.name, lines)
      lines = []
    },
  }
}
