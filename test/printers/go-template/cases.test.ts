import { expect, test } from 'vitest'
import { goTemplate } from '../../../src/printers/go-template/format.ts'
import { readCases, readDocument } from '../../support/cases.ts'
import { printValues } from '../../support/print.ts'

interface Case {
  readonly doc: string
  readonly template: string
  readonly flags?: readonly string[]
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

test.for(readCases<Case>('go-template.json'))(
  '$doc $template',
  async ({ doc, template, flags, stdout, stderr, code }) => {
    const printed = await printValues({
      format: goTemplate,
      argument: template,
      values: [readDocument(doc)],
      context: { allowMissingKeys: !flags?.includes('--allow-missing-template-keys=false') },
    })
    expect(printed).toEqual({ stdout, stderr, code })
  },
)
