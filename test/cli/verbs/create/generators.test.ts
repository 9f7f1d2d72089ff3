import { describe, expect, test } from 'vitest'
import { runCli } from '../../../support/run-cli.ts'

const printed = (command: string, files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  runCli(`create ${command} --dry-run=client -o jsonpath={}`, { files })

describe('generators build', () => {
  test.for([
    {
      name: 'a job',
      command: 'job j --image=busybox',
      expected: {
        kind: 'Job',
        spec: {
          template: {
            metadata: {},
            spec: { containers: [{ image: 'busybox', name: 'j', resources: {} }], restartPolicy: 'Never' },
          },
        },
        status: {},
      },
    },
    {
      name: 'an ingress with one certificate for two hosts',
      command: 'ingress i --rule=a.com/*=web:80,tls=cert --rule=b.com/x=web:http,tls=cert --rule=a.com/y=api:1',
      expected: {
        spec: {
          tls: [{ hosts: ['a.com', 'b.com'], secretName: 'cert' }],
          rules: [
            {
              host: 'a.com',
              http: {
                paths: [
                  { path: '/', pathType: 'Prefix' },
                  { path: '/y', pathType: 'Exact' },
                ],
              },
            },
            { host: 'b.com', http: { paths: [{ backend: { service: { port: { name: 'http' } } } }] } },
          ],
        },
      },
    },
    {
      name: 'a budget in percent',
      command: 'pdb b --selector=app=web --max-unavailable=50%',
      expected: { spec: { maxUnavailable: '50%', selector: { matchLabels: { app: 'web' } } } },
    },
    {
      name: 'a quota with scopes',
      command: 'quota q --hard=cpu=0.5,pods=3 --scopes=BestEffort',
      expected: { spec: { hard: { cpu: '500m', pods: '3' }, scopes: ['BestEffort'] } },
    },
    {
      name: 'a rule for each group',
      command: 'role r --verb=get,get,list --resource=pods,deployments,pods/log --resource-name=x',
      expected: {
        rules: [
          { apiGroups: [''], resources: ['pods', 'pods/log'], resourceNames: ['x'], verbs: ['get', 'list'] },
          { apiGroups: ['apps'], resources: ['deployments'], resourceNames: ['x'], verbs: ['get', 'list'] },
        ],
      },
    },
    {
      name: 'a rule for paths',
      command: 'clusterrole c --verb=get --non-resource-url=/logs/*',
      expected: { rules: [{ nonResourceURLs: ['/logs/*'], verbs: ['get'] }] },
    },
    {
      name: 'a binding for all sorts of subjects',
      command: 'rolebinding b --clusterrole=view --user=u --group=g --serviceaccount=ns:sa',
      expected: {
        roleRef: { kind: 'ClusterRole', name: 'view' },
        subjects: [
          { kind: 'User', name: 'u' },
          { kind: 'Group', name: 'g' },
          { kind: 'ServiceAccount', name: 'sa', namespace: 'ns' },
        ],
      },
    },
    {
      name: 'a cluster role binding',
      command: 'clusterrolebinding b --clusterrole=view --user=u',
      expected: { kind: 'ClusterRoleBinding', subjects: [{ kind: 'User', name: 'u' }] },
    },
    {
      name: 'a config map from a folder, with bytes that are no text',
      command: 'cm c --from-file=data',
      files: { 'data/a.txt': 'text', 'data/b.txt': 'more' },
      expected: { data: { 'a.txt': 'text', 'b.txt': 'more' } },
    },
    {
      name: 'a name with a digest',
      command: 'cm c --from-literal=a=1 --append-hash',
      expected: { metadata: { name: 'c-9dtcmmmm5t' } },
    },
    {
      name: 'a registry secret of a file',
      command: 'secret docker-registry s --from-file=config.json',
      files: { 'config.json': '{}' },
      expected: { data: { '.dockerconfigjson': 'e30=' } },
    },
  ])('$name', async ({ command, files, expected }) => {
    const { stdout, stderr } = await printed(command, files)

    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject(expected)
  })
})

describe('generators refuse', () => {
  test.for([
    { command: 'job j', message: 'either --image or --from must be specified' },
    { command: 'job j --from=cronjob/x -- date', message: 'cannot specify --from and command' },
    { command: 'job j --from=cronjob/x', message: 'Error from server (NotFound): cronjobs.batch "x" not found' },
    { command: 'pdb b --selector=a=b --min-available=x', message: 'invalid format specified for min-available' },
    { command: 'role r --resource=pods', message: 'at least one verb must be specified' },
    { command: 'role r --verb=get', message: 'at least one resource must be specified' },
    { command: 'role r --verb=bind --resource=pods', message: "can not perform 'bind' on 'pods' in group ''" },
    { command: 'clusterrole c --verb=list --non-resource-url=/x', message: "invalid verb: 'list' for nonResourceURL" },
    { command: 'clusterrole c --verb=get --non-resource-url=x', message: 'nonResourceURL should start with /' },
    { command: 'rolebinding b', message: 'exactly one of clusterrole or role must be specified' },
    { command: 'rolebinding b --role=r --serviceaccount=x', message: 'serviceaccount must be <namespace>:<name>' },
    { command: 'cm c --from-file=a=b=c', message: "key names or file paths cannot contain '='" },
    { command: 'cm c --from-file==b', message: 'key name for file path b missing' },
    { command: 'cm c --from-file=k=folder', message: 'cannot give a key name for a directory path' },
    { command: 'cm c --from-env-file=folder', message: 'env config file cannot be a directory' },
    {
      command: 'cm c --from-env-file=bad.env',
      message: 'env file bad.env contains invalid utf8 bytes at line 2: [66 61 255]',
    },
    {
      command: 'secret generic s --from-literal=a=1 --from-literal=a=2',
      message: 'cannot add key a, another key by that name already exists',
    },
    {
      command: 'secret tls t --cert=folder/x --key=folder/x',
      message: 'tls: failed to find any PEM data in certificate input',
    },
    {
      command: 'ingress i --default-backend=x',
      message: 'default-backend should be in format servicename:serviceport',
    },
    {
      command: 'ingress i --default-backend=x:1 --annotation=x',
      message: 'annotation x is invalid and should be in format key=[value]',
    },
    {
      command: 'quota q --hard=cpu=x',
      message: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    },
  ])('$command', async ({ command, message }) => {
    const { stdout, stderr, code } = await printed(command, {
      'folder/x': 'text',
      'bad.env': Buffer.from('A=1\nB=\xff\n', 'latin1'),
    })

    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toBe(message.startsWith('Error from') ? `${message}\n` : `error: ${message}\n`)
  })
})

test.for([
  { command: 'role r --verb=get --resource=nope', stderr: 'the server doesn\'t have a resource type "nope"\n' },
  {
    command: 'role r --verb=get --resource=deployments.nope',
    stderr: 'the server doesn\'t have a resource type "deployments" in group "nope"\n',
  },
])('$command', async ({ command, stderr }) => {
  expect(await printed(command)).toEqual({ stdout: '', stderr, code: 1 })
})

test('a part that is not named is none', async () => {
  const { stdout } = await runCli('create role r --verb=get --resource=pods/ --dry-run=client -o jsonpath={.rules}')
  expect(stdout).toBe('[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]')
})

test('create token gives a token of the service account', async () => {
  const { stdout } = await runCli('create token default --audience=https://example.com --duration=2h')
  const [, claims = ''] = stdout.split('.')

  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: ['https://example.com'],
    sub: 'system:serviceaccount:default:default',
  })
})
