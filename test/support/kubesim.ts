import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve('bin/kubesim.js')

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  /** null if a signal ended it. */
  readonly code: number | null
}

/** A folder for clusters of a test, and kubesim as a process of its own on them. */
export interface Home {
  readonly folder: string
  run(args: readonly string[], options?: { readonly stdin?: string }): Promise<Ran>
  /** Starts it without waiting; `ended` tells of its end. */
  start(args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ran> }
  remove(): void
}

export const aHome = (env: Readonly<Record<string, string>> = {}): Home => {
  const folder = mkdtempSync(join(tmpdir(), 'kubesim-test-'))
  const start: Home['start'] = args => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, KUBESIM_HOME: join(folder, 'home'), NO_COLOR: '1', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    return { child, ended: endOf(child) }
  }
  return {
    folder,
    start,
    run(args, { stdin = '' } = {}) {
      const { child, ended } = start(args)
      child.stdin?.end(stdin)
      return ended
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const endOf = (child: ChildProcess): Promise<Ran> =>
  new Promise((done, fail) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', fail).on('close', code => done({ stdout, stderr, code }))
  })
