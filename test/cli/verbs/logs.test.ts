import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: two, namespace: default, labels: {app: two}}
spec:
  initContainers: [{name: setup, image: busybox, command: ["true"]}]
  containers: [{name: web, image: nginx}, {name: side, image: redis}]
---
apiVersion: v1
kind: Pod
metadata: {name: stuck, namespace: default, annotations: {kubesim.io/missing-images: "*"}}
spec: {containers: [{name: c, image: nope}]}
`

let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.create(manifest)
})
afterAll(() => cli.remove())

describe('logs', () => {
  test.for([
    { command: 'logs two', stdout: '', stderr: 'Defaulted container "web" out of: web, side, setup (init)\n', code: 0 },
    { command: 'logs two side', stdout: '', stderr: '', code: 0 },
    {
      command: 'logs two -c nope',
      stdout: '',
      stderr: 'error: container nope is not valid for pod two out of: web, side, setup (init)\n',
      code: 1,
    },
    {
      command: 'logs two side -p',
      stdout: '',
      stderr: 'Error from server (BadRequest): previous terminated container "side" in pod "two" not found\n',
      code: 1,
    },
    {
      command: 'logs stuck',
      stdout: '',
      stderr:
        'Error from server (BadRequest): container "c" in pod "stuck" is waiting to start: trying and failing to pull image\n',
      code: 1,
    },
    { command: 'logs -l app=two side', stdout: '', stderr: 'error: only a selector (-l) or a POD name', code: 1 },
    {
      command: 'logs -n kube-system deploy/coredns --tail=1',
      stdout: 'linux/amd64, go1',
      stderr: 'Found 2 pods',
      code: 0,
    },
    { command: 'logs -n kube-system -l k8s-app=kube-dns --prefix', stdout: '/coredns] CoreDNS-', stderr: '', code: 0 },
    { command: 'logs -n kube-system deploy/coredns --limit-bytes=5', stdout: 'maxpr', stderr: 'Found 2', code: 0 },
    { command: 'logs svc/kubernetes', stdout: '', stderr: 'error: cannot get the logs from *v1.Service: inv', code: 1 },
  ])('$command', async ({ command, stdout, stderr, code }) => {
    const result = await cli.run(command)
    expect(result.stdout).toContain(stdout)
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(code)
  })
})

describe('attach and cp refuse what makes no sense', () => {
  test.for([
    { command: 'exec two -c side -- nope', stderr: 'exec: "nope": executable file not found in $PATH: unknown\n' },
    {
      command: 'attach two -c nope',
      stderr: 'error: container nope is not valid for pod two out of: web, side, setup (init)\n',
    },
    { command: 'cp two:/etc/nope nope -c side', stderr: 'command terminated with exit code' },
    { command: 'cp nowhere two:/tmp', stderr: "error: nowhere doesn't exist in local filesystem\n" },
    { command: 'cp a:b:c two:/tmp', stderr: 'error: one of src or dest must be a local file specification\n' },
    {
      command: 'attach a b c',
      stderr: 'error: expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw 3: [a b c]',
    },
  ])('$command', async ({ command, stderr }) => {
    const result = await cli.run(command)
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(1)
  })
})
