import { delimiter, join } from 'node:path'
import { goFileError } from '../../../util/go-file-error.ts'
import { verbNamed } from '../../program/find-verb.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

interface ListFlags {
  readonly nameOnly: boolean
}

interface Plugin {
  readonly name: string
  readonly path: string
}

export const list = defineVerb({
  usage: '[flags]',
  description: 'Looks through the folders of the PATH for plugins, and says which of them would not work.',
  examples: '# Every plugin, by its name\nkubectl plugin list --name-only',
  declare: command => void command.option('--name-only', 'Names without folders.', false),
  complete: (_, { nameOnly }: ListFlags) => nameOnly,

  async run(nameOnly, context) {
    const { io } = context
    const plugins = pluginsIn(context)
    if (plugins.length === 0) throw new Failure('unable to find any kubectl plugins in your PATH')
    io.out.write('The following compatible plugins are available:\n\n')
    let count = 0
    for (const [index, plugin] of plugins.entries()) {
      io.out.write(`${nameOnly ? plugin.name : plugin.path}\n`)
      for (const warning of warningsAbout(plugin, plugins.slice(0, index), context)) {
        io.err.write(`  - ${warning}\n`)
        count += 1
      }
    }
    if (count === 1) throw new Failure('one plugin warning was found')
    if (count > 1) throw new Failure(`${count} plugin warnings were found`)
  },
})

const pluginsIn = ({ world: { env, files }, io }: Context): readonly Plugin[] => {
  const folders = new Set((env.PATH ?? '').split(delimiter).filter(folder => folder.trim() !== ''))
  return [...folders].flatMap(folder => {
    try {
      const entries = files.readdirSync(folder, { withFileTypes: true })
      return entries
        .filter(entry => !entry.isDirectory() && entry.name.startsWith('kubectl-'))
        .map(({ name }) => ({ name, path: join(folder, name) }))
        .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    } catch (error) {
      io.err.write(`Unable to read directory "${folder}" from your PATH: ${goFileError(error, folder)}. Skipping...\n`)
      return []
    }
  })
}

const warningsAbout = (
  { name, path }: Plugin,
  before: readonly Plugin[],
  { world: { files }, verbs }: Context,
): readonly string[] => {
  const [, verb = ''] = name.split('-')
  const first = before.find(other => other.name === name)
  return [
    ...((files.statSync(path).mode & 0o111) === 0
      ? [`warning: ${path} identified as a kubectl plugin, but it is not executable`]
      : []),
    ...(first ? [`warning: ${path} is overshadowed by a similarly named plugin: ${first.path}`] : []),
    ...(verbNamed(verbs, verb) ? [`warning: ${name} overwrites existing command: "kubectl ${verb}"`] : []),
  ]
}
