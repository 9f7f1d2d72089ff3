import { expect, test } from 'vitest'
import { PrinterError } from '../../src/printers/printer.ts'
import { selectFormat } from '../../src/printers/select-format.ts'

const allowed = ['wide', 'name', 'jsonpath', 'jsonpath-file', 'custom-columns']

test.for([
  { output: 'wide', name: 'wide', argument: '' },
  { output: 'name', name: 'name', argument: '' },
  { output: 'NAME', name: 'name', argument: '' },
  { output: 'jsonpath={.a=="b"}', name: 'jsonpath', argument: '{.a=="b"}' },
  { output: 'jsonpath', name: 'jsonpath', argument: '' },
  { output: 'jsonpath', template: '{.a}', name: 'jsonpath', argument: '{.a}' },
  { output: 'jsonpath-file=a=b.txt', name: 'jsonpath-file', argument: 'a=b.txt' },
  { output: 'custom-columns=', name: 'custom-columns', argument: '' },
])('-o $output is $name', ({ output, template, name, argument }) => {
  const selected = selectFormat(output, allowed, template)
  expect({ name: selected.name, argument: selected.argument }).toEqual({ name, argument })
})

test.for(['xml', 'WIDE', 'wide=x', 'JSONPATH={.a}', 'name=x', 'jsonpath-as-json={.a}', ''])(
  '-o %s is refused',
  output => {
    expect(() => selectFormat(output, allowed)).toThrow(PrinterError)
  },
)

test('the refusal lists what is allowed, sorted', () => {
  expect(() => selectFormat('a"b', allowed)).toThrow(
    'unable to match a printer suitable for the output format "a\\"b", ' +
      'allowed formats are: custom-columns,jsonpath,jsonpath-file,name,wide',
  )
})

test('every format loads under its own name', async () => {
  const { formats } = await import('../../src/printers/index.ts')
  for (const entry of formats) expect((await entry.load()).name).toBe(entry.name)
})
