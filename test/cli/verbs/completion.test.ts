import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli, runCli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: two, namespace: default}
spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}, {name: side, image: redis}]}
---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: default}
spec: {ports: [{port: 80}]}
`

let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.create(manifest)
})
afterAll(() => cli.remove())

describe('__complete', () => {
  test.for([
    {
      line: ['scale', ''],
      lines: [
        '--replicas\tHow many pods there shall be.',
        'deployment',
        'replicaset',
        'replicationcontroller',
        'statefulset',
        ':4',
      ],
    },
    { line: ['rollout', 'undo', ''], lines: ['daemonset', 'deployment', 'statefulset', ':4'] },
    { line: ['rollout', 'pause', ''], lines: ['deployment', ':4'] },
    { line: ['expose', 'p'], lines: ['pod', ':4'] },
    { line: ['con'], lines: ['config\tModify kubeconfig files', ':4'] },
    {
      line: ['config', 'get-c'],
      lines: [
        'get-clusters\tDisplay clusters defined in the kubeconfig',
        'get-contexts\tDescribe one or many contexts',
        ':4',
      ],
    },
    { line: ['get', 'servicea'], lines: ['serviceaccounts', ':4'] },
    { line: ['get', 'svc', ''], lines: ['front', 'kubernetes', ':4'] },
    { line: ['get', 'svc', 'front', ''], lines: ['kubernetes', ':4'] },
    { line: ['-n', 'kube-system', 'get', 'svc', ''], lines: ['kube-dns', ':4'] },
    { line: ['get', 'svc/f'], lines: ['svc/front', ':4'] },
    { line: ['logs', 't'], lines: ['two', ':4'] },
    { line: ['exec', 'two', '-c', ''], lines: ['side', 'web', ':4'] },
    { line: ['port-forward', 'depl'], lines: ['deployments/', ':6'] },
    { line: ['get', 'pods', '-n', 'kube-p'], lines: ['kube-public', ':4'] },
    { line: ['get', 'pods', '--namespace=kube-p'], lines: ['kube-public', ':4'] },
    { line: ['get', '--context', ''], lines: ['kind-my-cluster', ':4'] },
    {
      line: ['get', 'pods', '--sort'],
      lines: ['--sort-by\tOrder by a field, named by a JSONPath (.metadata.name).', ':4'],
    },
    { line: ['apply', '-f', ''], lines: ['json', 'yaml', 'yml', ':8'] },
    { line: ['scale', 'd'], lines: ['deployment', ':4'] },
    { line: ['scale', '--'], lines: ['--replicas\tHow many pods there shall be.', ':4'] },
    { line: ['scale', '--replicas=1', '--repl'], lines: [':4'] },
    { line: ['get', 'pods', '-l'], lines: ['-l\tOnly objects with these labels: a=b, a!=b, a in (b,c), a, !a.', ':4'] },
    { line: ['get', 'pods,servicea'], lines: ['pods,serviceaccounts', ':4'] },
    { line: ['get', 'svc/front', 'servicea'], lines: ['serviceaccounts/', ':6'] },
    { line: ['logs', 'two', ''], lines: ['side', 'web', ':4'] },
    { line: ['logs', 'service'], lines: ['services/', ':6'] },
    { line: ['port-forward', 'two', ''], lines: ['80:80', ':4'] },
    { line: ['port-forward', 'svc/front', '8080'], lines: ['8080:80', ':4'] },
    { line: ['top', 'node', 'kind-w'], lines: [':4'] },
    { line: ['top', 'pod', ''], lines: ['two', ':4'] },
    { line: ['edit', 'servicea'], lines: ['serviceaccounts', ':4'] },
    { line: ['create', 'token', ''], lines: ['default', ':4'] },
    { line: ['config', 'delete-user', ''], lines: ['kind-my-cluster', ':4'] },
    { line: ['config', 'use-context', 'kind-my-cluster', ''], lines: [':4'] },
    { line: ['cp', 't'], lines: ['two:', ':2'] },
    { line: ['cp', 'default/'], lines: ['default/two:', ':2'] },
    { line: ['cp', './x'], lines: [':2'] },
    { line: ['cp', 'two:/a', ''], lines: [':2'] },
    { line: ['help', 'wai'], lines: ['wait\tWait for a specific condition on one or many resources', ':4'] },
    { line: ['delete', '--cascade=f'], lines: ['foreground', ':4'] },
    { line: ['get', '--subresource', 'sc'], lines: ['scale', ':4'] },
    { line: ['kustomize', '--load-restrictor', ''], lines: ['LoadRestrictionsNone', 'LoadRestrictionsRootOnly', ':4'] },
    { line: ['create', 'rolebinding', 'x', '--clusterrole', 'edi'], lines: ['edit', ':4'] },
    { line: ['completion', 'z'], lines: ['zsh', ':4'] },
    { line: ['get', 'nothings', ''], lines: [':4'] },
  ])('$line', async ({ line, lines }) => {
    const { stdout, stderr, code } = await cli.run(['__complete', ...line])
    expect(stdout.trimEnd().split('\n').toSorted()).toEqual(lines.toSorted())
    expect(stderr).toMatch(/^Completion ended with directive: ShellCompDirective\w+(, ShellCompDirective\w+)*\n$/)
    expect(code).toBe(0)
  })

  test('leaves summaries out where it is asked to', async () => {
    expect((await cli.run(['__completeNoDesc', 'conf'])).stdout).toBe('config\n:4\n')
  })
})

describe('completion', () => {
  test.for(['bash', 'zsh', 'fish', 'powershell'])('%s has a script that asks the program', async shell => {
    const { stdout, code } = await runCli(`completion ${shell} --alias`)
    expect(stdout).toMatch(/__complete/)
    expect(stdout).toContain('kubectl')
    expect(code).toBe(0)
  })

  test.for([
    {
      command: 'completion',
      stderr: "error: Shell not specified.\nSee 'kubectl completion -h' for help and examples\n",
    },
    { command: 'completion tcsh', stderr: 'error: Unsupported shell type "tcsh".\nSee ' },
    { command: 'completion bash zsh', stderr: 'error: Too many arguments. Expected only the shell type.\nSee ' },
  ])('$command', async ({ command, stderr }) => {
    expect((await runCli(command)).stderr).toContain(stderr)
  })
})
