import { toGoJson } from '../../util/go-json.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { parseYaml } from '../../util/yaml/read.ts'

/** A file's content apart from comments: as JSON, or where it is no YAML without its comment lines. */
export const contentOf = (text: string): string => {
  try {
    return toGoJson(parseYaml(text))
  } catch (error) {
    if (error instanceof YamlError) return withoutComments(text)
    throw error
  }
}

/** A text without the lines that are comments. */
export const withoutComments = (text: string): string =>
  text
    .split('\n')
    .filter(line => !/^\s*#(?!!)/.test(line))
    .join('\n')
