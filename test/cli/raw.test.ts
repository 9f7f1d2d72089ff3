import { afterAll, describe, expect, test } from 'vitest'
import { aCli } from '../support/run-cli.ts'

const cli = aCli({
  files: {
    'cm.json': '{"metadata":{"name":"raw"},"data":{"a":"1"}}',
    'put.json': '{"metadata":{"name":"raw"},"data":{"a":"2"}}',
  },
})
afterAll(() => cli.remove())
const folder = '/api/v1/namespaces/default/configmaps'

describe('--raw', () => {
  test.for([
    {
      line: `create --raw ${folder} -f cm.json`,
      stdout: /^{"kind":"ConfigMap","apiVersion":"v1",.*"data":{"a":"1"}}\n$/,
    },
    { line: `replace --raw ${folder}/raw -f put.json`, stdout: /"data":{"a":"2"}}\n$/ },
    { line: `get --raw ${folder}/raw`, stdout: /"data":{"a":"2"}}\n$/ },
    {
      line: `get --raw ${folder}?fieldSelector=metadata.name=raw`,
      stdout: /^{"kind":"ConfigMapList",.*"items":\[{"metadata":{.*\n$/,
    },
    {
      line: `delete --raw ${folder}/raw`,
      stdout: /^{"kind":"Status",.*"status":"Success","details":{"name":"raw","kind":"configmaps",.*\n$/,
    },
    {
      line: 'get --raw /api/v1/namespaces/default/endpoints/kubernetes',
      stdout: /"Endpoints"/,
      stderr: 'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n',
    },
  ])('$line', async ({ line, stdout, stderr = '' }) => {
    const result = await cli.run(line)
    expect(result).toMatchObject({ stderr, code: 0 })
    expect(result.stdout).toMatch(stdout)
  })

  test.for([
    { line: 'get --raw api', stderr: '--raw must be a valid URL path: parse "api": invalid URI for request' },
    { line: 'create --raw /api', stderr: '--raw can only use a single local file or stdin' },
    { line: 'create --raw /api -f a -f b', stderr: '--raw can only use a single local file or stdin' },
    { line: 'create --raw /api -f http://x/y', stderr: '--raw cannot read from a url' },
    { line: 'create --raw /api -f a -R', stderr: '--raw and --recursive are mutually exclusive' },
    { line: 'create --raw /api -f a -l b=c', stderr: '--raw and --selector (-l) are mutually exclusive' },
    { line: 'create --raw /api -f a -o yaml', stderr: '--raw and --output are mutually exclusive' },
    { line: 'create --raw /api -f a --edit', stderr: '--raw and --edit are mutually exclusive' },
    { line: 'create --raw /api -f nope.json', stderr: 'open nope.json: no such file or directory' },
    { line: 'replace --raw /api', stderr: '--raw can only use a single local file or stdin' },
    { line: 'delete --raw /api pods', stderr: 'arguments may not be passed when --raw is specified' },
  ])('$line', async ({ line, stderr }) => {
    expect(await cli.run(line)).toMatchObject({ stdout: '', stderr: `error: ${stderr}\n`, code: 1 })
  })

  test('what the API says goes on', async () => {
    const { stderr, code } = await cli.run(`create --raw ${folder}?dryRun=no -f cm.json`)
    expect(stderr).toContain(
      'The CreateOptions "" is invalid: dryRun: Unsupported value: ["no"]: supported values: "All"',
    )
    expect(code).toBe(1)
  })
})
