import { YamlError } from '../error.ts'
import type { Mark } from './cursor.ts'

/** A fault found between two tokens: go-yaml counts its line from 1. On the first line it names none. */
export const scanError = (problem: string, at: Mark, context?: Mark): YamlError =>
  at.line > 0 ? withLine(at.line + 1, problem) : withLine(context?.line ?? 0, problem)

/** A token in a wrong place: go-yaml counts its line from 0, and falls back to where the collection began. */
export const grammarError = (problem: string, at: Mark, context?: Mark): YamlError =>
  withLine(at.line || (context?.line ?? 0), problem)

const withLine = (line: number, problem: string): YamlError =>
  new YamlError(line > 0 ? `yaml: line ${line}: ${problem}` : `yaml: ${problem}`)
