import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const invalid = (fault: string): string =>
  `error: error validating "STDIN": error validating data: ${fault}; if you choose to ignore these errors, turn validation off with --validate=false\n`

test.for([
  { stdin: '{"apiVersion":"v1","kind":5}', stderr: invalid("kind isn't string type") },
  { stdin: '{"apiVersion":5,"kind":5}', stderr: invalid("[apiVersion isn't string type, kind isn't string type]") },
  { stdin: '{"apiVersion":"a/b/c","kind":"Pod"}', stderr: invalid('unexpected GroupVersion string: a/b/c') },
  { stdin: '{"apiVersion":"v1","kind":"List"}', stderr: invalid('invalid object to validate') },
  { stdin: '{"apiVersion":"v1","kind":"List","items":[5]}', stderr: invalid('invalid object to validate') },
  {
    stdin: '{"apiVersion":"v1","kind":"List","items":[{"a":1},{"b":2}]}',
    stderr: invalid('[apiVersion not set, kind not set]'),
  },
])('create refuses $stdin', async ({ stdin, stderr }) => {
  expect(await runCli('create -f -', { stdin })).toEqual({ stdout: '', stderr, code: 1 })
})

test.for([
  {
    stdin: '{"apiVersion":"v1","kind":5}',
    stderr: `error: unable to decode "STDIN": Object 'Kind' is missing in '{"apiVersion":"v1","kind":5}'\n`,
  },
  {
    stdin: '{"apiVersion":"a/b/c","kind":"Pod"}',
    stderr: `error: unable to decode "STDIN": Object 'Kind' is missing in '{"apiVersion":"a/b/c","kind":"Pod"}'\n`,
  },
  {
    stdin: '{"apiVersion":5,"kind":"Pod"}',
    stderr:
      'error: unable to decode "STDIN": json: cannot unmarshal number into Go struct field metadataOnlyObject.apiVersion of type string\n',
  },
])('without validation, of $stdin', async ({ stdin, stderr }) => {
  expect(await runCli('create -f - --validate=false', { stdin })).toEqual({ stdout: '', stderr, code: 1 })
})

test('items of a list of one kind need not say it', async () => {
  const stdin =
    '{"apiVersion":"v1","kind":"ConfigMapList","items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]}'
  const { stdout } = await runCli('create -f -', { stdin })
  expect(stdout).toBe('configmap/a created\nconfigmap/b created\n')
})
