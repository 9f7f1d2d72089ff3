import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Client } from '../../src/api/client.ts'
import { resourceOf } from '../../src/api/lookup.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { run } from '../../src/cli/program/run.ts'
import type { Io, Output, World } from '../../src/cli/world/world.ts'
import { createWorld } from '../../src/host/world.ts'
import { readDocuments } from '../../src/util/yaml/read.ts'

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

export interface CliGiven {
  /** Files of the folder that commands run in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly env?: Readonly<Record<string, string>>
  /** Where the clusters are; a folder of its own if unset. */
  readonly clusters?: string
}

export interface CommandGiven {
  readonly stdin?: string
  /** What of the world is the test's own (its spawn, its clock). */
  readonly world?: Partial<World>
}

/** A folder and the clusters of a machine, and commands run on them in this process, one after the other. */
export interface Cli {
  readonly folder: string
  /** A string is split as a shell does; the program's name may stand in front. The folder shows as `$PWD`. */
  run(command: string | readonly string[], given?: CommandGiven): Promise<CliResult>
  /** Creates the objects of a manifest, past the command line. */
  create(manifest: string): Promise<void>
  remove(): void
}

export const aCli = ({ files = {}, env = {}, clusters }: CliGiven = {}): Cli => {
  const folder = mkdtempSync(join(tmpdir(), 'kubesim-cli-'))
  const home = mkdtempSync(join(tmpdir(), 'kubesim-home-'))
  const kept = clusters ?? join(home, 'kubesim')
  writeFiles(folder, files)
  const open = (io: Io) =>
    createWorld({
      io,
      env: { HOME: home, KUBESIM_HOME: kept, KUBESIM_PROFILE: 'kind', ...env },
      cwd: folder,
      clock: { now: Date.now },
      pid: process.pid,
      home: kept,
      packageFolder: resolve('.'),
    })
  return {
    folder,
    async run(command, { stdin = '', world: own = {} } = {}) {
      const [out, err] = [collector(), collector()]
      const { world, close } = open({ in: { readAll: async () => stdin, isTerminal: false }, out, err })
      const code = await run(argvOf(command), { ...world, ...own })
      close()
      const shown = (text: string): string => text.replaceAll(folder, '$PWD').replaceAll(home, '$HOME')
      return { stdout: shown(out.text()), stderr: shown(err.text()), code }
    },
    async create(manifest) {
      const { world, close } = open(nowhere())
      const client = await world.openClient({ onWarning: () => undefined })
      for (const object of readDocuments(manifest) as KubeObject[]) await createWith(client, object)
      close()
    },
    remove() {
      for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
    },
  }
}

/** One command on a machine of its own. */
export const runCli = async (
  command: string | readonly string[],
  given: CliGiven & CommandGiven = {},
): Promise<CliResult> => {
  const cli = aCli(given)
  try {
    return await cli.run(command, given)
  } finally {
    cli.remove()
  }
}

const createWith = async (client: Client, object: KubeObject): Promise<void> => {
  const resource = resourceOf(object)
  if (!resource) throw new Error(`the API has no kind ${object.kind}`)
  const namespace = resource.namespaced ? (object.metadata.namespace ?? 'default') : undefined
  await client.create({ resource, namespace }, object, { fieldManager: 'kubectl-create' })
}

const nowhere = (): Io => ({ in: { readAll: async () => '', isTerminal: false }, out: collector(), err: collector() })

const argvOf = (command: string | readonly string[]): readonly string[] => {
  const words = typeof command === 'string' ? splitWords(command) : command
  return words[0] === 'kubectl' || words[0] === 'kubesim' ? words.slice(1) : words
}

const writeFiles = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const collector = (): Output & { text(): string } => {
  let written = ''
  return {
    write: text => {
      written += text
    },
    isTerminal: false,
    text: () => written,
  }
}

/** Words as a shell has them: blanks part them, quotes keep blanks. No variables, no pipes. */
export const splitWords = (line: string): string[] => {
  const words = line.match(/(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.)+/gs) ?? []
  return words.map(word =>
    word.replace(
      /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
      (_, single?: string, double?: string, escaped?: string) =>
        single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
    ),
  )
}
