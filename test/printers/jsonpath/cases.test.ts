import { expect, test } from 'vitest'
import { jsonpath, jsonpathAsJson } from '../../../src/printers/jsonpath/format.ts'
import { readCases, readDocument } from '../../support/cases.ts'
import { printValues } from '../../support/print.ts'

interface Case {
  readonly doc: string
  readonly template: string
  readonly flags?: readonly string[]
  readonly output?: string
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  readonly unordered?: boolean
  readonly fields?: readonly string[]
  readonly variants?: readonly string[]
  readonly same_characters?: boolean
  readonly codes?: readonly number[]
}

test.for(readCases<Case>('jsonpath.json'))('$doc $template', async row => {
  const printed = await printValues({
    format: row.output === 'jsonpath-as-json' ? jsonpathAsJson : jsonpath,
    argument: row.template,
    values: [readDocument(row.doc)],
    context: { allowMissingKeys: !row.flags?.includes('--allow-missing-template-keys=false') },
  })
  if (row.unordered) expectSameButOrder(printed, row)
  else expect(printed).toEqual({ stdout: row.stdout, stderr: row.stderr, code: row.code })
})

/** kubectl walks maps at random: the same words or characters in any order, or one of the outputs it was seen to give. */
const expectSameButOrder = (printed: { readonly stdout: string; readonly code: number }, row: Case): void => {
  expect(row.codes ?? [row.code]).toContain(printed.code)
  if (row.fields) expect(words(printed.stdout)).toEqual(words(row.stdout))
  else if (row.same_characters) expect([...printed.stdout].sort()).toEqual([...row.stdout].sort())
  else expect(row.variants).toContain(printed.stdout)
}

const words = (text: string): string[] => text.split(' ').sort()
