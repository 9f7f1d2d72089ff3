import { expect } from 'vitest'
import { readCases } from './cases.ts'

/** A recorded case that cannot agree: its file, the command (or title) that names it, and why. */
export interface Exception {
  readonly file: string
  readonly case: string
  readonly why: string
}

export const exceptions = (): readonly Exception[] => readCases<Exception>('exceptions.json')

/** Expects two things to be equal, or, where the case is on the list of exceptions, to differ: the list has nothing stale. */
export const expectAgreement = (name: Pick<Exception, 'file' | 'case'>, actual: unknown, expected: unknown): void => {
  const isException = exceptions().some(each => each.file === name.file && each.case === name.case)
  if (isException) expect(actual, 'agrees: strike it from exceptions.json').not.toEqual(expected)
  else expect(actual).toEqual(expected)
}
