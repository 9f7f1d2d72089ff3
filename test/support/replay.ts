import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { createWorld } from '../../src/host/world.ts'
import { agrees, literalsOf, normalForm, type Scenario, type Step } from './normal-form.ts'

const program = resolve('bin/kubesim.js')

/** A step that came out differently: what was recorded and what kubesim gave, in normal form. */
export interface Difference {
  readonly cmd: string
  readonly expected: Printed
  readonly actual: Printed
}

interface Printed {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

export interface ReplayOptions {
  /** The profile of the cluster; the recordings had no load balancer. */
  readonly profile?: string
  /** Folders of the project that the session finds where it runs. */
  readonly folders?: readonly string[]
}

/** Runs a recorded session through bash, kubesim as its kubectl, on a new cluster. Gives the steps that came out otherwise. */
export const replay = async (
  scenario: Scenario,
  { profile = 'kind', folders = [] }: ReplayOptions = {},
): Promise<Difference[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'kubesim-scenario-'))
  const home = mkdtempSync(join(tmpdir(), 'kubesim-home-'))
  try {
    writeAll(folder, scenario.files)
    for (const name of folders) symlinkSync(resolve(name), join(folder, name))
    const bin = shim(home)
    const env = {
      ...process.env,
      PATH: [bin, ...foldersOfPath()].join(delimiter),
      HOME: home,
      KUBESIM_HOME: join(home, 'kubesim'),
      KUBESIM_PROFILE: profile,
      COLUMNS: '200',
      NO_COLOR: '1',
    }
    const literals = literalsOf(scenario)
    const anywhere = (text: string) => text.replaceAll(folder, '$PWD').replaceAll(home, '$HOME')
    const differences: Difference[] = []
    for (const step of scenario.steps) {
      const printed = await bash(step.cmd, folder, env)
      if (step.settle) await letTimePass(step.settle, env)
      const normal = ({ stdout, stderr, code }: Printed): Printed => ({
        stdout: normalForm(anywhere(stdout), literals),
        stderr: normalForm(anywhere(stderr), literals),
        code,
      })
      const expected = normal({ ...step, stdout: step.stdout ?? '' })
      const actual = normal(printed)
      if (!isSame(step, expected, actual)) differences.push({ cmd: step.cmd, expected, actual })
    }
    return differences
  } finally {
    for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
  }
}

// Past the command line: a process of its own for every wait would take as long as the steps.
const letTimePass = async (milliseconds: number, env: NodeJS.ProcessEnv): Promise<void> => {
  const silent = { isTerminal: false, write: () => undefined }
  const { world, close } = createWorld({
    io: { in: { isTerminal: false, readAll: async () => '' }, out: silent, err: silent },
    env,
    cwd: '.',
    clock: { now: Date.now },
    pid: process.pid,
    home: join(env.HOME ?? '', 'kubesim'),
    packageFolder: resolve('.'),
  })
  try {
    await (await world.openClock(undefined)).advance(milliseconds)
  } finally {
    close()
  }
}

const isSame = ({ cmd, own }: Step, expected: Printed, actual: Printed): boolean => {
  if (expected.code !== actual.code) return false
  if (own) return actual.stdout !== '' && expected.stderr === actual.stderr
  return agrees(cmd, expected.stdout, actual.stdout) && agrees(cmd, expected.stderr, actual.stderr)
}

const writeAll = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

// npm adds folders that may not be there, of which `plugin list` complains.
const foldersOfPath = (): readonly string[] =>
  (process.env.PATH ?? '').split(delimiter).filter(path => existsSync(path))

const shim = (home: string): string => {
  const bin = join(home, '.bin')
  mkdirSync(bin)
  for (const name of ['kubectl', 'kubesim']) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

const bash = (cmd: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Printed> =>
  new Promise((done, fail) => {
    const child = spawn('bash', ['-c', cmd], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', fail).on('close', code => {
      clearTimeout(timer)
      done({ stdout, stderr, code: code ?? -1 })
    })
  })
