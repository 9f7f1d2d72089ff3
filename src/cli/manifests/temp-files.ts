import { join } from 'node:path'
import { hasCode } from '../../util/files.ts'
import type { World } from '../world/world.ts'

type Place = Pick<World, 'files' | 'env' | 'clock'>

/** Makes an empty folder for files of a moment; gives its path. */
export const makeTempFolder = (prefix: string, { files, env }: Place): string =>
  files.mkdtempSync(join(tempFolder(env), prefix))

/** Writes a file for a moment, whose name begins and ends as asked; gives its path. */
export const writeTempFile = (
  name: { prefix: string; suffix: string },
  text: string,
  { files, env, clock }: Place,
): string => {
  for (let number = clock.now() % 10_000_000_000; ; number++) {
    const path = join(tempFolder(env), `${name.prefix}${number}${name.suffix}`)
    try {
      files.writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
      return path
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
}

const tempFolder = (env: World['env']): string => env.TMPDIR || '/tmp'
