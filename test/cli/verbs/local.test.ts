import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, labels: {a: b}}\n`
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: nginx}]}\n'
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n'
const fields = `apiVersion: v1
kind: Pod
metadata: {labels: {z: '1', a: '2'}, name: p, namespace: shop}
spec:
  containers:
  - image: nginx
    name: c
    resources: {requests: {memory: 1Gi, cpu: 1500m}}
    env:
    - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: LABELS, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}
    - {name: CPU, valueFrom: {resourceFieldRef: {resource: requests.cpu}}}
    - {name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
`
const files = {
  'fields.yaml': fields,
  'deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: [{name: c, env: [{name: A, value: "1"}]}]}}}\n',
  'one.yaml': configMap('one'),
  'two.yaml': configMap('two'),
  'pod.yaml': pod,
  'svc.yaml': service,
}

// As Go's types have it: `kubectl set serviceaccount -f fields.yaml sa --local -o json`.
const typed = `${JSON.stringify(
  {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: { name: 'p', namespace: 'shop', labels: { a: '2', z: '1' } },
    spec: {
      containers: [
        {
          name: 'c',
          image: 'nginx',
          env: [
            { name: 'NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
            { name: 'LABELS', valueFrom: { fieldRef: { fieldPath: 'metadata.labels' } } },
            { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'requests.cpu', divisor: '0' } } },
            { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
          ],
          resources: { requests: { cpu: '1500m', memory: '1Gi' } },
        },
      ],
      serviceAccountName: 'sa',
    },
    status: {},
  },
  undefined,
  4,
)}\n`

const noFiles = 'error: You must provide one or more resources by argument or filename.\n'
const noTemplate = 'the object is not a pod or does not have a pod template: *v1'

test.for([
  {
    command: 'set env --local -f pod.yaml --from=configmap/one',
    stderr: 'error: unsupported resource specified in --from\n',
  },
  {
    command: 'set serviceaccount --local -f fields.yaml sa -o json',
    stdout: typed,
  },
  {
    command: 'set selector --local service s x=y',
    stderr: 'error: you must specify resources by --filename when --local is set.\n',
  },
  {
    command: 'set env --local -f deployment.yaml A=2 --overwrite=false',
    stderr: "error: deployment.apps/d\n 'A' already has a value (1), and --overwrite is false\n",
  },
  {
    command: 'set subject --local -f pod.yaml --user=u',
    stderr: 'error: pod/p setting subjects is only supported for RoleBinding/ClusterRoleBinding\n',
  },
  { command: 'label --local -f one.yaml c=d --list', stdout: 'a=b\nc=d\n' },
  { command: 'annotate --local -f one.yaml c=d --list -o json', stdout: 'c=d\n' },
  { command: 'annotate --local -f one.yaml -f two.yaml c=d -o jsonpath={.metadata.name}', stdout: 'onetwo' },
  {
    command: 'annotate --local -f one.yaml -f two.yaml c=d -o yaml',
    stdout: ['one', 'two']
      .map(
        name =>
          `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    c: d\n  labels:\n    a: b\n  name: ${name}\n`,
      )
      .join('---\n'),
  },
  {
    command: 'label --local -f one.yaml c=d --resource-version=7 -o jsonpath={.metadata.resourceVersion}',
    stdout: '7',
  },
  {
    command: 'annotate --local -f nope.yaml c=d -o bogus',
    stderr: 'error: unable to match a printer suitable for the output format "bogus", allowed',
  },
  {
    command: 'annotate --local -f one.yaml pod/x c=d c-',
    stderr: 'error: can only use local files by -f rsrc.yaml or --filename=rsrc.json when --local=true is set\n',
  },
  ...[
    { patch: '[null,1]', fault: 'json: cannot unmarshal array into Go value of type unstructured.detector' },
    { patch: '5', fault: 'Invalid JSON Patch' },
    { patch: '{"kind":null,"metadata":null}', fault: `Object 'Kind' is missing in '{"apiVersion":"v1"}'` },
    { patch: '{"apiVersion":"a/b/c","metadata":null}', fault: `Object 'Kind' is missing in '{"apiVersion":"a/b/c",` },
  ].map(({ patch, fault }) => ({
    command: `patch --local -f one.yaml --type=merge -p '${patch}' -o json`,
    stderr: `error: ${fault}`,
  })),
  { command: `patch --local -f one.yaml -p '{"metadata":{"name":null}}' -o name`, stdout: 'configmap/<unknown>\n' },
  { command: `patch --local -f one.yaml -p '{"metadata":{"name":null}}'`, stdout: 'configmap/<unknown> patched\n' },
  { command: 'set image --local x=y', stderr: noFiles },
  { command: 'set resources --local', stderr: noFiles },
  { command: 'set sa --local -f pod.yaml what ever', stdout: 'pod/p serviceaccount updated\n' },
  { command: 'set sa -l a=b robot', stderr: "error: unknown shorthand flag: 'l' in -l\n" },
  { command: 'set selector -k . a=b', stderr: "error: unknown shorthand flag: 'k' in -k\n" },
  {
    command: 'set image --local -f pod.yaml -f svc.yaml x=y',
    stderr: `error: unable to find container named "x"\nerror: service/s ${noTemplate}.Service\n\n`,
  },
  {
    command: 'set sa --local -f one.yaml -f svc.yaml robot',
    stderr: `error: configmap/one ${noTemplate}.ConfigMap\n\nerror: service/s ${noTemplate}.Service\n\n`,
  },
  {
    command: 'set selector --local -f one.yaml -f pod.yaml a=b',
    stderr: 'setting a selector is only supported for Services\nsetting a selector is only supported for Services\n',
  },
  {
    command: 'set selector --local -f pod.yaml a=b',
    stderr: 'error: setting a selector is only supported for Services\n',
  },
  {
    command: 'set resources --local -f nope.yaml --limits=cpu=x',
    stderr: 'error: the path "nope.yaml" does not exist\n',
  },
  {
    command: 'set image -f pod.yaml pod/p c=d',
    stderr: 'error: resource/name arguments cannot be provided when a path is',
  },
  {
    command: 'label -f pod.yaml nonsense c=d',
    stderr: 'error: when paths, URLs, or stdin is provided as input, you may',
  },
])('$command', async ({ command, stdout = '', stderr = '' }) => {
  const result = await runCli(command, { files })
  expect({ ...result, stderr: result.stderr.slice(0, stderr.length || 1000) }).toEqual({
    stdout,
    stderr,
    code: stderr === '' ? 0 : 1,
  })
})

test('set env --local --list --resolve knows what the file says of itself', async () => {
  expect(await runCli('set env --local -f fields.yaml --list --resolve', { files })).toEqual({
    stdout: '# Pod p, container c\nNAME=p\nLABELS=a="2"\nz="1"\nCPU=2\n# IP from field path status.podIP\n',
    stderr: 'error retrieving reference for IP: unsupported fieldPath: status.podIP\n',
    code: 0,
  })
})
