import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()

beforeAll(() => cli.create('{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {app: web}}}'))
afterAll(cli.remove)

const notFound = (what: string, name: string): string => `Error from server (NotFound): ${what} "${name}" not found\n`

test.for([
  { line: 'get svc ..', stderr: `error: invalid resource name "..": [may not be '..']\n` },
  { line: 'delete svc a%b', stderr: `error: invalid resource name "a%b": [may not contain '%']\n` },
  { line: 'get svc x -n a%b', stderr: `error: invalid namespace "a%b": [may not contain '%']\n` },
  { line: 'get svc -n a%b', stderr: `invalid namespace "a%b": [may not contain '%']\n` },
  { line: 'get all x', stderr: 'error: you must specify only one resource\n' },
  {
    line: 'get deploy --subresource=scale',
    stderr: 'error: subresource cannot be used when bulk resources are specified\n',
  },
  { line: 'get --raw /version x', stderr: 'error: arguments may not be passed when --raw is specified\n' },
  { line: 'describe cm/a svc/nope', stderr: notFound('services', 'nope') },
  { line: 'describe cm,svc nope', stderr: notFound('configmaps', 'nope') + notFound('services', 'nope') },
  { line: 'describe cm,svc a', stderr: 'error: you may only specify a single resource type\n' },
  { line: 'delete cm a --all', stderr: 'error: name cannot be provided when a selector is specified\n' },
])('$line', async ({ line, stderr }) => {
  expect(await cli.run(line)).toEqual({ stdout: '', stderr, code: 1 })
})

test.for([
  { line: 'replace -f -', name: '', fault: 'resource name may not be empty' },
  { line: 'replace -f -', name: 'a%b', fault: `invalid resource name "a%b": [may not contain '%']` },
])('$line of $name', async ({ line, name, fault }) => {
  const stdin = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })
  const stderr = `error: error when replacing "STDIN": ${fault}\n`
  expect(await cli.run(line, { stdin })).toEqual({ stdout: '', stderr, code: 1 })
})

test.for([
  {
    line: 'create cm b -n %',
    stderr: `error: failed to create configmap: invalid namespace "%": [may not contain '%']\n`,
  },
  { line: 'run p --image nginx -n ..', stderr: `error: invalid namespace "..": [may not be '..']\n` },
  { line: 'scale deploy % --replicas=1', stderr: `error: invalid resource name "%": [may not contain '%']\n` },
  { line: ['delete', 'cm', ''], stderr: 'error: resource name may not be empty\n' },
])('$line asks for nothing', async ({ line, stderr }) => {
  expect(await cli.run(line)).toEqual({ stdout: '', stderr, code: 1 })
})

const percent = `invalid resource name "%": [may not contain '%']\n`

test.for([
  { line: 'delete -f -', stderr: `error: error when deleting "STDIN": ${percent}` },
  { line: 'get -f -', stderr: percent },
  { line: 'describe -f -', stderr: `error: ${percent}` },
])('$line of a name that fits no path', async ({ line, stderr }) => {
  const stdin = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%"}}'
  expect(await cli.run(line, { stdin })).toEqual({ stdout: '', stderr, code: 1 })
})

const noFolder = `must build at directory: not a valid directory: evalsymlink failure on 'no' : lstat $PWD/no: no such file or directory\n`

test.for([
  { line: 'get -k no', stderr: noFolder },
  { line: 'describe -k no', stderr: noFolder },
  { line: 'apply -k no', stderr: `error: ${noFolder}` },
])('$line', async ({ line, stderr }) => {
  expect(await cli.run(line)).toEqual({ stdout: '', stderr, code: 1 })
})

test('a selector beside a file', async () => {
  const stdin = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}'
  const { stderr } = await cli.run(['apply', '-f', '-', '-l', 'a in'], { stdin })
  expect(stderr).toBe(
    `error: the provided selector "a in" is not valid: unable to parse requirement: found '' expected: '('\n`,
  )
})

test('KUBECTL_KYAML=false takes kyaml away', async () => {
  const own = aCli({ env: { KUBECTL_KYAML: 'False' } })
  const { stderr, code } = await own.run('get ns -o kyaml')
  own.remove()
  expect({ stderr, code }).toEqual({
    stderr:
      'error: unable to match a printer suitable for the output format "kyaml", allowed formats are: custom-columns,' +
      'custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,' +
      'templatefile,wide,yaml\n',
    code: 1,
  })
})

test('diff words wrong flags itself', async () => {
  const stderr = "error: unknown flag: --bogus\nSee 'kubectl diff -h' for help and examples\n"
  expect(await cli.run('diff --bogus')).toEqual({ stdout: '', stderr, code: 2 })
})

test.for([
  { line: 'label cm a --all x=1', stdout: 'configmap/a labeled\n' },
  { line: 'annotate cm/a --all x=1', stdout: 'configmap/a annotated\n' },
  { line: 'wait cm a --all --for=jsonpath={.metadata.name}=a', stdout: 'configmap/a condition met\n' },
  { line: 'wait cm --all -l app=web --for=jsonpath={.metadata.name}=a', stdout: 'configmap/a condition met\n' },
])('--all lets types stand alone, and is no matter where names are given: $line', async ({ line, stdout }) => {
  expect(await cli.run(line)).toEqual({ stdout, stderr: '', code: 0 })
})
