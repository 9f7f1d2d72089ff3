import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli } from '../support/run-cli.ts'

const cli = aCli()

beforeAll(async () => {
  for (const name of ['web-9', 'web-10', 'B'])
    await cli.create(`{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name.toLowerCase()}, labels: {app: web}}}`)
})
afterAll(cli.remove)

const none = 'No resources found in default namespace.\n'
const pathFault =
  "error: unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'\n"

test.for([
  {
    line: 'get cm -l app=web -o name --sort-by=.metadata.name',
    stdout: 'configmap/b\nconfigmap/web-10\nconfigmap/web-9\n',
  },
  { line: 'get cm -l app=web --sort-by=.nope', stderr: none },
  { line: 'get cm -l app=web --sort-by={.a', stderr: none },
  { line: 'get cm b --sort-by=.nope --no-headers', stdout: /^b +0 +\d+s\n$/ },
  { line: 'get cm b --sort-by={.a -o name', stdout: 'configmap/b\n' },
  {
    line: 'get cm,svc --sort-by=.metadata.name',
    stderr: `error: couldn't find any field with path "{.metadata.name}" in the list of objects\n`,
    code: 1,
  },
  {
    line: 'get cm web-9 b --sort-by=.metadata.name',
    stderr: `error: couldn't find any field with path "{.metadata.name}" in the list of objects\n`,
    code: 1,
  },
  { line: 'get cm,svc --sort-by={a', stderr: pathFault, code: 1 },
  {
    line: 'get cm,svc -l app=web --sort-by=.kind --no-headers',
    stdout: /^configmap\/b .*\nconfigmap\/web-10 .*\nconfigmap\/web-9 .*\n$/,
  },
  {
    line: 'get cm -l app=web --server-print=false --sort-by=.nope',
    stderr: `error: couldn't find any field with path "{.nope}" in the list of objects\n`,
    code: 1,
  },
  {
    line: 'get cm,svc --server-print=false --no-headers --sort-by=.metadata.name',
    stdout:
      /^configmap\/b .*\nconfigmap\/kube-root-ca\.crt .*\nservice\/kubernetes .*\nconfigmap\/web-10 .*\nconfigmap\/web-9 .*\n$/,
  },
  {
    line: 'get cm --sort-by=.metadata',
    stderr:
      /^F\d{4} \S+ +1 sorter\.go:375\] Field \{\.metadata\} in \[\]\[\]\[\]reflect\.Value is an unsortable type: interface, /,
    code: 1,
  },
  {
    line: 'get cm -o name --sort-by=.metadata',
    stderr: /sorter\.go:329\] Field \{\.metadata\} in \*unstructured\.U/,
    code: 1,
  },
  {
    line: 'get cm -w --sort-by=.nope --request-timeout=1s',
    stderr: `warning: --watch requested, --sort-by will be ignored for watch events received\nerror: unable to output the provided object: couldn't find any field with path "{.nope}" in the list of objects\n`,
    code: 1,
  },
])('$line', async ({ line, stdout = '', stderr = '', code = 0 }) => {
  const done = await cli.run(line)
  expect(done).toEqual({
    stdout: typeof stdout === 'string' ? stdout : expect.stringMatching(stdout),
    stderr: typeof stderr === 'string' ? stderr : expect.stringMatching(stderr),
    code,
  })
})
