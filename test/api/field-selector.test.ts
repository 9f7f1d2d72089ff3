import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkFieldSelector,
  matchesFields,
  parseFieldSelector,
  printFieldSelector,
} from '../../src/api/field-selector.ts'
import { SelectorError } from '../../src/api/selector-requirement.ts'

const fields: Record<string, string> = { 'metadata.name': 'a1', 'status.phase': 'Running', 'spec.nodeName': '' }
const fieldText = (field: string): string => fields[field] ?? ''

describe('field selector', () => {
  test.for([
    ['', true],
    ['=', true],
    ['metadata.name=a1', true],
    ['metadata.name==a1', true],
    ['metadata.name!=a1', false],
    ['metadata.name=', false],
    ['spec.nodeName=', true],
    ['metadata.name=a1,metadata.name=a2', false],
    ['status.phase=Running,,metadata.name=a1', true],
  ] as const)('%s picks: %s', ([text, expected]) => {
    expect(matchesFields(parseFieldSelector(text), fieldText)).toBe(expected)
  })

  test.for([
    ['bogus', "invalid selector: 'bogus'; can't understand 'bogus'"],
    ['metadata.name in (a1)', "invalid selector: 'metadata.name in (a1)'; can't understand 'metadata.name in (a1)'"],
    ['a=\\x', 'invalid field selector: invalid escape sequence: \\x'],
    ['a=\\', 'invalid field selector: invalid escape sequence: \\'],
    ['a=b=c', 'invalid field selector: unescaped character in value: 61'],
  ] as const)('refuses %s', ([text, message]) => {
    expect(() => parseFieldSelector(text)).toThrow(new SelectorError(message))
  })

  test.for([
    ['spec.nope=1', ['spec.nodeName'], 'field label not supported: spec.nope'],
    ['data.x=1', [], '"data.x" is not a known field selector: only "metadata.name", "metadata.namespace"'],
  ] as const)('refuses the field of %s', ([text, supported, message]) => {
    expect(() => checkFieldSelector(parseFieldSelector(text), supported)).toThrow(new SelectorError(message))
  })

  test('what is printed reads as the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ field: fc.stringMatching(/^[a-z.]+$/), equal: fc.boolean(), value: fc.string() })),
        terms => {
          const text = printFieldSelector(terms)
          expect(printFieldSelector(parseFieldSelector(text)).length).toBe(text.length)
        },
      ),
    )
  })

  test('no text breaks the parser', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('a', '\\', ',', '=', '!'), fc.string())), pieces => {
        try {
          parseFieldSelector(pieces.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(SelectorError)
        }
      }),
    )
  })
})
