import type * as fs from 'node:fs'

/** The calls to the file system that kubesim makes: `node:fs` itself fits, and so does a folder held in memory. */
export type Files = Pick<
  typeof fs,
  | 'openSync'
  | 'closeSync'
  | 'readSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'fstatSync'
  | 'statSync'
  | 'lstatSync'
  | 'readFileSync'
  | 'writeFileSync'
  | 'linkSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'rmSync'
  | 'mkdirSync'
  | 'mkdtempSync'
  | 'readdirSync'
  | 'existsSync'
  | 'watch'
>

/** Whether a call failed because of this: `ENOENT`, `EEXIST` … */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
