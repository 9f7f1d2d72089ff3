import * as fs from 'node:fs'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Client } from '../../src/api/client.ts'
import { run } from '../../src/cli/run.ts'
import type { ClientOptions, Clusters, Output, World } from '../../src/cli/world.ts'

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

export interface CliGiven {
  /** Files of the folder that the command runs in. */
  readonly files?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly openClient?: (options: ClientOptions) => Promise<Client>
  /** Anything else of the world that the test has its own idea of. */
  readonly world?: Partial<World>
}

/** Runs one command in this process. A string is split as a shell does; the program's name may stand in front. */
export const runCli = async (command: string | readonly string[], given: CliGiven = {}): Promise<CliResult> => {
  const words = typeof command === 'string' ? splitWords(command) : command
  const argv = words[0] === 'kubectl' || words[0] === 'kubesim' ? words.slice(1) : words
  const cwd = mkdtempSync(join(tmpdir(), 'kubesim-cli-'))
  const out = collector()
  const err = collector()
  try {
    writeFiles(cwd, given.files ?? {})
    const code = await run(argv, worldOf(cwd, given, out, err))
    const shown = (text: string): string => text.replaceAll(cwd, '$PWD')
    return { stdout: shown(out.text()), stderr: shown(err.text()), code }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const worldOf = (cwd: string, given: CliGiven, out: Output, err: Output): World => ({
  io: { in: { readAll: async () => given.stdin ?? '', isTerminal: false }, out, err },
  env: { HOME: cwd, ...given.env },
  cwd,
  files: fs,
  clock: { now: () => Date.UTC(2026, 10, 20, 10, 0, 0) },
  clusters: { defaultNamespace: () => 'default' } as unknown as Clusters,
  spawn: { interactive: refuse, capture: refuse },
  openClient: given.openClient ?? refuse,
  openClock: refuse,
  openView: refuse,
  ...given.world,
})

const refuse = (): never => {
  throw new Error('this test has nothing of the kind')
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
