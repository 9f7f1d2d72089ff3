import { join } from 'node:path'
import type { KubeObject } from '../../api/meta.ts'
import { makeTempFolder } from '../manifests/temp-files.ts'
import { printedText } from '../output/print-text.ts'
import type { Context } from '../verb.ts'

/** Two folders to compare: of what is, and of what would be. */
export interface Sides {
  readonly live: string
  readonly merged: string
  /** Writes an object as YAML; an empty file for nothing. */
  write(side: 'live' | 'merged', name: string, object: KubeObject | undefined): Promise<void>
  remove(): void
}

export const makeSides = (context: Pick<Context, 'world'>): Sides => {
  const { files } = context.world
  const folders = { live: makeTempFolder('LIVE-', context.world), merged: makeTempFolder('MERGED-', context.world) }
  return {
    ...folders,
    async write(side, name, object) {
      const text = object ? await printedText(object, 'yaml', context) : ''
      files.writeFileSync(join(folders[side], name), text)
    },
    remove() {
      for (const folder of Object.values(folders)) files.rmSync(folder, { recursive: true, force: true })
    },
  }
}
