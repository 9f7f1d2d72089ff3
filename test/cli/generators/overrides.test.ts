import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const noVersion = "couldn't get version/kind; json parse error: json: cannot unmarshal"
const rest =
  '"metadata":{"name":"p","labels":{"run":"p"}},"spec":{"containers":[{"name":"p","image":"nginx","resources":{}}],' +
  '"restartPolicy":"Always","dnsPolicy":"ClusterFirst"},"status":{}}'

test.for([
  { overrides: '{bad', fault: 'Invalid JSON Patch' },
  { overrides: '5', fault: 'Invalid JSON Patch' },
  { overrides: '[]', fault: `${noVersion} array into Go value of type struct { APIVersion string "json:` },
  { overrides: '{"kind":5}', fault: `${noVersion} number into Go struct field .kind of type string` },
  { overrides: '{"apiVersion":true}', fault: `${noVersion} bool into Go struct field .apiVersion of type string` },
  { overrides: '{"apiVersion":"a/b/c"}', fault: 'unexpected GroupVersion string: a/b/c' },
  { overrides: '{"kind":null}', fault: `Object 'Kind' is missing in '{"apiVersion":"v1",${rest}'` },
  {
    overrides: '{"apiVersion":""}',
    fault: `Object 'apiVersion' is missing in '{"apiVersion":"","kind":"Pod",${rest}'`,
  },
  {
    overrides: '{"kind":"Bogus"}',
    fault: 'no kind "Bogus" is registered for version "v1" in scheme "pkg/scheme/scheme.go:28"',
  },
  { overrides: '{}', type: 'json', fault: 'json: cannot unmarshal object into Go value of type jsonpatch.Patch' },
  { overrides: '[]', type: 'strategic', fault: 'invalid JSON document' },
])('run --overrides=$overrides', async ({ overrides, type = 'merge', fault }) => {
  const words = ['run', 'p', '--image=nginx', `--overrides=${overrides}`, `--override-type=${type}`]
  const { stdout, stderr, code } = await runCli(words)
  expect({ stdout, stderr: stderr.slice(0, fault.length + 7), code }).toEqual({
    stdout: '',
    stderr: `error: ${fault}`,
    code: 1,
  })
})
