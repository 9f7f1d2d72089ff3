import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrap } from '../../src/util/wrap.ts'

describe('wrap', () => {
  test.for([
    { name: 'a text that fits', text: 'to be', width: 5, lines: ['to be'] },
    { name: 'a text that does not', text: 'to be or not', width: 6, lines: ['to be', 'or not'] },
    { name: 'a word that is too long', text: 'a wordwordword b', width: 6, lines: ['a', 'wordwo', 'rdword', 'b'] },
    { name: 'lines of their own', text: 'a b\nc', width: 2, lines: ['a', 'b', 'c'] },
    { name: 'what stands in', text: 'one two three', width: 7, indent: '  ', lines: ['one two', '  three'] },
  ])('$name', ({ text, width, indent, lines }) => {
    expect(wrap(text, width, indent)).toEqual(lines)
  })

  test('keeps every letter, and to the width', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 40 }), (text, width) => {
        const lines = wrap(text, width, '  ')
        expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })
})
