import { paintDescription } from './describe.ts'
import { paintJson, paintYaml } from './documents.ts'
import { paintMessage } from './message.ts'
import { paintTable } from './table.ts'

/** What paints a text, by its look; a look that is not here stays plain. */
export const painters: Readonly<Record<string, (text: string) => string>> = {
  describe: paintDescription,
  json: paintJson,
  kyaml: paintYaml,
  message: paintMessage,
  table: paintTable,
  yaml: paintYaml,
}
