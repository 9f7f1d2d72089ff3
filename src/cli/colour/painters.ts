import { paintDescription } from './describe.ts'
import { paintJson, paintYaml } from './documents.ts'
import { paintFindings, paintSpread, paintTrace } from './frames.ts'
import { paintMessage } from './message.ts'
import { paintTable } from './table.ts'

/** What paints a text, by its look; a look that is not here stays plain. */
export const painters: Readonly<Record<string, (text: string) => string>> = {
  describe: paintDescription,
  findings: paintFindings,
  json: paintJson,
  kyaml: paintYaml,
  message: paintMessage,
  spread: paintSpread,
  table: paintTable,
  trace: paintTrace,
  yaml: paintYaml,
}
