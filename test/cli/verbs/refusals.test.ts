import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { aCli, type Cli, runCli } from '../../support/run-cli.ts'

let cli: Cli | undefined
afterEach(() => cli?.remove())

describe('what a simulated cluster does not have', () => {
  test.for([
    { command: 'top pods', stderr: 'error: Metrics API not available\n' },
    { command: 'top node --sort-by=age', stderr: 'error: --sort-by accepts only cpu or memory\n' },
    { command: 'top node x -l a=b', stderr: 'error: only one of NAME or --selector can be provided\n' },
    { command: 'top pod x -l a=b', stderr: 'error: only one of NAME or selector can be provided\n' },
    { command: 'top bogus', stderr: 'error: unknown command "bogus"\nSee \'kubectl top -h\' for help and examples\n' },
    { command: 'proxy --port=nope', stderr: 'error: invalid argument "nope" for "-p, --port" flag: ' },
    { command: 'debug x', stderr: 'error: you must specify --image when not using --copy-to.\n' },
    { command: 'debug x --image=busybox', stderr: 'Error from server (NotFound): pods "x" not found\n' },
    {
      command: 'debug node/kind-none --image=busybox',
      stderr: 'Error from server (NotFound): nodes "kind-none" not found\n',
    },
    { command: 'debug x --replace', stderr: 'error: --replace may only be used with --copy-to.\n' },
    {
      command: 'debug x --image=Bad',
      stderr: 'error: invalid image name "Bad": invalid reference format\n',
    },
    {
      command: 'debug x --copy-to=y --set-image=a=B',
      stderr: 'error: invalid image name "B" for container "a": invalid reference format\n',
    },
    { command: 'debug --image=busybox', stderr: 'error: NAME or filename is required for debug\n' },
    { command: 'debug x --image=busybox --profile=all', stderr: 'error: unknown profile: all\n' },
    {
      command: 'debug x --image=busybox --image-pull-policy=no',
      stderr: 'error: invalid image pull policy: no\n',
    },
    {
      command: 'debug x --image=busybox -t',
      stderr: 'error: -i/--stdin is required for containers with -t/--tty=true\n',
    },
    {
      command: 'debug x --image=busybox --copy-to=y --target=c',
      stderr: 'error: --target is incompatible with --copy-to. Use --share-processes instead.\n',
    },
    { command: 'kuberc view', stderr: 'error: kubesim has no kuberc file: there is nothing to view\n' },
    {
      command: 'certificate approve',
      stderr: 'error: one or more CSRs must be specified as <name> or -f <filename>\n',
    },
    {
      command: 'certificate deny x',
      stderr: 'Error from server (NotFound): certificatesigningrequests.certificates.k8s.io "x"',
    },
  ])('$command', async ({ command, stderr }) => {
    const result = await runCli(command)
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(1)
  })

  test('alpha commands', async () => {
    const stderr = 'No alpha commands are available in this version of kubectl\n'
    expect(await runCli('alpha')).toEqual({ stdout: '', stderr, code: 0 })
  })
})

test('plugin list finds programs of the PATH and warns about those that do not work', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubesim-path-'))
  for (const name of ['kubectl-hello', 'kubectl-get']) writeFileSync(join(folder, name), '#!/bin/sh\n')
  chmodSync(join(folder, 'kubectl-hello'), 0o755)
  expect(await runCli('plugin list --name-only', { env: { PATH: folder } })).toEqual({
    stdout: 'The following compatible plugins are available:\n\nkubectl-get\nkubectl-hello\n',
    stderr:
      `  - warning: ${folder}/kubectl-get identified as a kubectl plugin, but it is not executable\n` +
      '  - warning: kubectl-get overwrites existing command: "kubectl get"\nerror: 2 plugin warnings were found\n',
    code: 1,
  })
  rmSync(folder, { recursive: true })
  expect((await runCli('plugin list', { env: { PATH: '' } })).stderr).toBe(
    'error: unable to find any kubectl plugins in your PATH\n',
  )
})

describe('cluster-info', () => {
  test('tells where things are', async () => {
    expect((await runCli('cluster-info')).stdout).toBe(
      'Kubernetes control plane is running at https://127.0.0.1:6443\n' +
        'CoreDNS is running at https://127.0.0.1:6443/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy\n\n' +
        "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n",
    )
  })

  test('dumps into a folder', async () => {
    cli = aCli()
    const { stdout } = await cli.run('cluster-info dump --output-directory=dump')
    expect(stdout).toBe('Cluster info dumped to dump\n')
    const services = JSON.parse(readFileSync(join(cli.folder, 'dump/kube-system/services.json'), 'utf8'))
    expect(services).toMatchObject({ kind: 'ServiceList', items: [{ metadata: { name: 'kube-dns' } }] })
  })
})
