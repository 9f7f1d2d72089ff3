import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../support/run-cli.ts'

const cli = aCli({
  files: {
    'two.yaml': `apiVersion: v1
kind: Service
metadata: {name: alpha}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: conf}
`,
    'gone.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: gone}\n',
    'columns.txt': 'NAME          FIRST\nmetadata.name spec.ports[0].port\n',
  },
})

beforeAll(() =>
  cli.create(`apiVersion: v1
kind: Service
metadata: {name: alpha, labels: {app: shop, tier: front}}
spec: {clusterIP: 10.96.1.1, selector: {app: shop}, ports: [{name: http, port: 8080}, {name: admin, port: 9090}]}
---
apiVersion: v1
kind: Service
metadata: {name: beta, labels: {app: shop}}
spec: {type: ExternalName, externalName: example.com}
---
apiVersion: v1
kind: Service
metadata: {name: gamma, labels: {app: shop, tier: back}}
spec: {clusterIP: None, selector: {app: other}, ports: [{port: 1000}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: conf, labels: {app: shop}}
data: {a: b}
`),
)
afterAll(() => cli.remove())

const withoutAges = (text: string): string => text.replace(/\b\d+s\b/g, '0s')

const agree = async (line: string, expected: { stdout?: string; stderr?: string; code?: number }): Promise<void> => {
  const { stdout, stderr, code } = await cli.run(line)
  expect({ stdout: withoutAges(stdout), stderr, code }).toEqual({ stdout: '', stderr: '', code: 0, ...expected })
}

const services = `NAME    TYPE           CLUSTER-IP   EXTERNAL-IP   PORT(S)             AGE
alpha   ClusterIP      10.96.1.1    <none>        8080/TCP,9090/TCP   0s
beta    ExternalName   <none>       example.com   <none>              0s
gamma   ClusterIP      None         <none>        1000/TCP            0s
`

describe('get, as tables', () => {
  test.for([
    { line: 'get svc -l app=shop', stdout: services },
    {
      line: 'get svc alpha -o wide -L tier,example.com/kind --show-labels',
      stdout: `NAME    TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)             AGE   SELECTOR   TIER    KIND   LABELS
alpha   ClusterIP   10.96.1.1    <none>        8080/TCP,9090/TCP   0s    app=shop   front          app=shop,tier=front
`,
    },
    {
      line: 'get svc gamma alpha --no-headers',
      stdout:
        'gamma   ClusterIP   None        <none>   1000/TCP            0s\n' +
        'alpha   ClusterIP   10.96.1.1   <none>   8080/TCP,9090/TCP   0s\n',
    },
    {
      line: 'get svc -A -l tier',
      stdout: `NAMESPACE   NAME    TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)             AGE
default     alpha   ClusterIP   10.96.1.1    <none>        8080/TCP,9090/TCP   0s
default     gamma   ClusterIP   None         <none>        1000/TCP            0s
`,
    },
    { line: 'get svc alpha --server-print=false', stdout: 'NAME    AGE\nalpha   0s\n' },
    {
      line: 'get cm,svc conf alpha --ignore-not-found',
      stdout: `NAME             DATA   AGE
configmap/conf   1      0s

NAME            TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)             AGE
service/alpha   ClusterIP   10.96.1.1    <none>        8080/TCP,9090/TCP   0s
`,
    },
    {
      line: 'get -f two.yaml --no-headers',
      stdout:
        'service/alpha   ClusterIP   10.96.1.1   <none>   8080/TCP,9090/TCP   0s\n' + 'configmap/conf   1     0s\n',
    },
    {
      line: 'get svc -l app=shop --sort-by=.spec.type --no-headers',
      stdout:
        'alpha   ClusterIP      10.96.1.1   <none>        8080/TCP,9090/TCP   0s\n' +
        'gamma   ClusterIP      None        <none>        1000/TCP            0s\n' +
        'beta    ExternalName   <none>      example.com   <none>              0s\n',
    },
    { line: 'get svc -l app=nobody', stderr: 'No resources found in default namespace.\n' },
    { line: 'get svc -l app=nobody -A', stderr: 'No resources found\n' },
    { line: 'get svc,cm -l app=nobody', stderr: 'No resources found in default namespace.\n' },
    { line: "get svc -n '' -l app=nobody", stderr: 'No resources found in default namespace.\n' },
    { line: 'get nodes -l app=nobody', stderr: 'No resources found\n' },
    { line: 'get svc --sort-by=.spec.nope', stderr: 'No resources found in default namespace.\n' },
    {
      line: 'get svc gone beta missing --no-headers',
      stdout: 'beta   ExternalName   <none>   example.com   <none>   0s\n',
      stderr:
        'Error from server (NotFound): services "gone" not found\n' +
        'Error from server (NotFound): services "missing" not found\n',
      code: 1,
    },
    { line: 'get -f gone.yaml', stderr: 'Error from server (NotFound): services "gone" not found\n', code: 1 },
    { line: 'get svc gone --ignore-not-found' },
    { line: 'get svc alpha -n gone', stderr: 'Error from server (NotFound): namespaces "gone" not found\n', code: 1 },
  ])('$line', ({ line, ...expected }) => agree(line, expected))
})

describe('get -o', () => {
  test.for([
    { line: 'get svc -l app=shop -o name', stdout: 'service/alpha\nservice/beta\nservice/gamma\n' },
    { line: 'get svc alpha -o jsonpath={.spec.ports[*].port}', stdout: '8080 9090' },
    { line: 'get svc alpha -o jsonpath --template={.spec.type}', stdout: 'ClusterIP' },
    { line: 'get svc -l app=shop -o jsonpath={.items[*].metadata.name}', stdout: 'alpha beta gamma' },
    { line: 'get -f two.yaml -o jsonpath={.items[*].kind}', stdout: 'Service ConfigMap' },
    { line: 'get svc alpha --template={{.spec.type}}', stdout: 'ClusterIP' },
    {
      line: 'get svc -l app=shop -o custom-columns-file=columns.txt',
      stdout: 'NAME    FIRST\nalpha   8080\nbeta    <none>\ngamma   1000\n',
    },
    { line: 'get svc -l app=shop -o custom-columns=N:.metadata.name --no-headers', stdout: 'alpha\nbeta\ngamma\n' },
    {
      line: 'get svc -l app=shop --sort-by=.spec.ports[0].port -o name',
      stdout: 'service/beta\nservice/gamma\nservice/alpha\n',
    },
    {
      line: 'get svc --sort-by=.spec.nope -o name',
      stderr: 'error: couldn\'t find any field with path "{.spec.nope}" in the list of objects\n',
      code: 1,
    },
    {
      line: 'get svc -l app=nobody -o yaml',
      stdout: 'apiVersion: v1\nitems: []\nkind: List\nmetadata:\n  resourceVersion: ""\n',
    },
    { line: 'get svc -l app=nobody -o name' },
    {
      line: 'get svc gone alpha -o name',
      stdout: 'service/alpha\n',
      stderr: 'Error from server (NotFound): services "gone" not found\n',
      code: 1,
    },
    { line: 'get svc gone -o yaml', stderr: 'Error from server (NotFound): services "gone" not found\n', code: 1 },
    { line: 'get svc gone -o yaml --ignore-not-found' },
    {
      line: 'get svc alpha -o name --show-labels',
      stderr: 'error: --show-labels option cannot be used with name printer\n',
      code: 1,
    },
    {
      line: 'get svc alpha -o table',
      stderr:
        'error: unable to match a printer suitable for the output format "table", allowed formats are: custom-columns,' +
        'custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,' +
        'templatefile,wide,yaml\n',
      code: 1,
    },
  ])('$line', ({ line, ...expected }) => agree(line, expected))

  test('managed fields show where they are asked for', async () => {
    const { stdout } = await cli.run('get cm conf -o yaml')
    const { stdout: all } = await cli.run('get cm conf -o yaml --show-managed-fields')

    expect(stdout).toMatch(/^apiVersion: v1\ndata:\n {2}a: b\nkind: ConfigMap\nmetadata:\n/)
    expect(stdout).not.toContain('managedFields')
    expect(all).toContain('managedFields')
  })
})

describe('get, refused', () => {
  test.for([
    ['get svc alpha -A', 'error: a resource cannot be retrieved by name across all namespaces\n'],
    ['get svc alpha -l app=a', 'error: name cannot be provided when a selector is specified\n'],
    ['get svc,widget', 'error: the server doesn\'t have a resource type "widget"\n'],
    ['get svc,cm -w', 'error: you may only specify a single resource type\n'],
    [
      'get svc --output-watch-events',
      'error: --output-watch-events option can only be used with --watch or --watch-only\n',
    ],
    [
      'get -f two.yaml svc',
      'error: when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well\n',
    ],
    ['get svc --token=bad', 'error: You must be logged in to the server (Unauthorized)\n'],
    ['get svc --context=nope', 'Error in configuration: context was not found for specified context: nope\n'],
    [
      'get svc --request-timeout=soon',
      'error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a ' +
        'corresponding time unit (e.g. 1s | 2m | 3h)\n',
    ],
    [
      "get svc -l 'a=('",
      'Error from server (BadRequest): Unable to find "/v1, Resource=services" that match label selector "a=(", ' +
        'field selector "": unable to parse requirement: found \'(\', expected: identifier\n',
    ],
    [
      'get deploy --field-selector status.replicas=1',
      'Error from server (BadRequest): Unable to find "apps/v1, Resource=deployments" that match label selector "", field ' +
        'selector "status.replicas=1": "status.replicas" is not a known field selector: only "metadata.name", "metadata.namespace"\n',
    ],
    [
      'get',
      'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n' +
        'error: Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that ' +
        "resource (e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples\n",
    ],
  ] as const)('%s', ([line, stderr]) => agree(line, { stderr, code: 1 }))

  test('warnings as errors', () =>
    agree('get endpoints -l app=nobody --warnings-as-errors', {
      stderr:
        'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n' +
        'No resources found in default namespace.\nerror: 1 warning received\n',
      code: 1,
    }))
})

describe('get -w', () => {
  test.for([
    { line: 'get svc -l app=shop -w --request-timeout=100ms', stdout: services },
    { line: 'get svc -l app=shop --watch-only --request-timeout=100ms' },
    { line: 'get svc -l app=nobody -w --request-timeout=100ms' },
    { line: 'get svc alpha -w -o name --request-timeout=100ms', stdout: 'service/alpha\n' },
    {
      line: 'get svc beta -w --output-watch-events --request-timeout=100ms',
      stdout:
        'EVENT      NAME   TYPE           CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n' +
        'ADDED      beta   ExternalName   <none>       example.com   <none>    0s\n',
    },
    { line: 'get svc gone -w', stderr: 'Error from server (NotFound): services "gone" not found\n', code: 1 },
  ])('$line', ({ line, ...expected }) => agree(line, expected))

  test('an event is one line of JSON', async () => {
    const { stdout } = await cli.run('get svc beta -w --output-watch-events -o json --request-timeout=100ms')

    expect(stdout).toMatch(/^{"type":"ADDED","object":{"apiVersion":"v1","kind":"Service",.*}}\n$/)
    expect(JSON.parse(stdout).object.metadata.name).toBe('beta')
  })
})

describe('get --raw', () => {
  test.for([
    { line: 'get --raw /healthz', stdout: 'ok' },
    {
      line: 'get --raw /api/v1/namespaces/default/services/nope',
      stderr: 'Error from server (NotFound): services "nope" not found\n',
      code: 1,
    },
    {
      line: 'get --raw /apis/none',
      stderr: 'Error from server (NotFound): the server could not find the requested resource\n',
      code: 1,
    },
    { line: 'get --raw /healthz -o yaml', stderr: 'error: --raw and --output are mutually exclusive\n', code: 1 },
  ])('$line', ({ line, ...expected }) => agree(line, expected))

  test('an object is one line of JSON', async () => {
    const { stdout } = await cli.run('get --raw /api/v1/namespaces/default/configmaps/conf')

    expect(JSON.parse(stdout)).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'conf' }, data: { a: 'b' } })
  })
})
