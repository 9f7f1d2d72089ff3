import { resolve } from 'node:path'
import { goFileError } from '../../util/go-file-error.ts'
import { toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { parseYaml } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'
import type { Context } from '../verb.ts'

/** The JSON text of a patch given as JSON or YAML. What begins with a brace is passed on as it is. */
export const patchText = (
  { patch, patchFile }: { readonly patch: string; readonly patchFile: string },
  context: Pick<Context, 'world'>,
): string => {
  const text = patchFile ? readFile(patchFile, context) : patch
  if (text.trimStart().startsWith('{')) return text
  try {
    return toGoJson(parseYaml(text))
  } catch (error) {
    throw error instanceof YamlError ? new Failure(`unable to parse ${goQuote(patch)}: ${error.message}`) : error
  }
}

const readFile = (path: string, { world }: Pick<Context, 'world'>): string => {
  try {
    return world.files.readFileSync(resolve(world.cwd, path), 'utf8')
  } catch (error) {
    throw new Failure(`unable to read patch file: ${goFileError(error, path)}`)
  }
}
