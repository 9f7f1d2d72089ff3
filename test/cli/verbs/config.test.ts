import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { aCli, type Cli, runCli } from '../../support/run-cli.ts'

const foreign = `apiVersion: v1
kind: Config
clusters:
- cluster: {server: "https://1.2.3.4", certificate-authority-data: QUJD}
  name: prod
contexts:
- context: {cluster: prod, user: admin, namespace: shop}
  name: prod
- context: {cluster: kind-my-cluster, user: admin, namespace: kube-system}
  name: here
current-context: prod
users:
- name: admin
  user: {token: secret, client-key-data: QUJD}
`
const files = { cfg: foreign, new: '' }

let cli: Cli | undefined
afterEach(() => cli?.remove())

describe('config prints', () => {
  test.for([
    { name: 'the current context', command: 'config current-context', stdout: 'kind-my-cluster\n' },
    { name: 'names of contexts', command: 'config get-contexts -o name --kubeconfig=cfg', stdout: 'here\nprod\n' },
    { name: 'users', command: 'config get-users --kubeconfig=cfg', stdout: 'NAME\nadmin\n' },
    {
      name: 'what a context needs, without secrets',
      command: "config view --kubeconfig=cfg --minify -o jsonpath='{.users[0].user} {.clusters[*].name}'",
      stdout: '{"client-key-data":"DATA+OMITTED","token":"REDACTED"} prod',
    },
    {
      name: 'secrets with --raw',
      command: "config view --kubeconfig=cfg --raw -o jsonpath='{.users[0].user.token}'",
      stdout: 'secret',
    },
    {
      name: 'an empty file',
      command: 'config view --kubeconfig=new',
      stdout: 'apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: ""\nkind: Config\nusers: null\n',
    },
  ])('$name', async ({ command, stdout }) => {
    expect(await runCli(command, { files })).toEqual({ stdout, stderr: '', code: 0 })
  })
})

describe('config changes a file', () => {
  test.for([
    {
      name: 'a new context',
      command: 'config set-context dev --namespace=dev',
      stdout: 'Context "dev" created.\n',
      text: 'contexts:\n- context:\n    cluster: ""\n    namespace: dev\n    user: ""\n  name: dev\n',
    },
    {
      name: 'a new cluster',
      command: 'config set-cluster c1 --server=https://1.2.3.4 --insecure-skip-tls-verify',
      stdout: 'Cluster "c1" set.\n',
      text: 'cluster:\n    insecure-skip-tls-verify: true\n    server: https://1.2.3.4\n  name: c1\n',
    },
    {
      name: 'a new user',
      command: 'config set-credentials u --exec-command=login --exec-arg=a,b --exec-env=K=V',
      stdout: 'User "u" set.\n',
      text: 'exec:\n      args:\n      - a\n      - b\n      command: login\n      env:\n      - name: K\n        value: V\n',
    },
    {
      name: 'a property of a cluster whose name has dots',
      command: 'config set clusters.10.0.0.1.insecure-skip-tls-verify true',
      stdout: 'Property "clusters.10.0.0.1.insecure-skip-tls-verify" set.\n',
      text: '- cluster:\n    insecure-skip-tls-verify: true\n  name: 10.0.0.1\n',
    },
  ])('$name', async ({ command, stdout, text }) => {
    cli = aCli({ files })
    expect(await cli.run(`${command} --kubeconfig=new`)).toEqual({ stdout, stderr: '', code: 0 })
    expect(readFileSync(join(cli.folder, 'new'), 'utf8')).toContain(text)
  })
})

describe('config refuses', () => {
  test.for([
    { command: 'config use-context nope', stderr: 'error: no context exists with the name: "nope"\n' },
    { command: 'config set-context --current --kubeconfig=new', stderr: 'error: no current context is set\n' },
    { command: 'config delete-user', stderr: 'error: user to delete is required\nSee ' },
    {
      command: 'config set clusters.x.certificate-authority-data abc',
      stderr: 'error: error decoding input value: illegal base64 data at input byte 0\n',
    },
    { command: 'config set bogus x', stderr: 'error: unable to parse bogus after [] at api.Config\n' },
    { command: 'config set clusters.x y', stderr: "error: can't set a map to a value: " },
    { command: 'config unset contexts.x.user', stderr: 'error: current map key `x` is invalid\n' },
    { command: 'config view --merge=false', stderr: 'error: if merge==false a precise file must be specified\n' },
    {
      command: 'config rename-context here prod --kubeconfig=cfg',
      stderr: 'error: cannot rename the context "here", the',
    },
  ])('$command', async ({ command, stderr }) => {
    const result = await runCli(command, { files })
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(1)
  })
})

describe('where a command goes', () => {
  test.for([
    { flags: '--context=nope', stderr: 'Error in configuration: context was not found for specified context: nope\n' },
    { flags: '--cluster=nope', stderr: 'error: no server found for cluster "nope"\n' },
    { flags: '--user=nope', stderr: 'error: auth info "nope" does not exist\n' },
    { flags: '--kubeconfig=none', stderr: 'error: stat none: no such file or directory\n' },
    { flags: '--kubeconfig=cfg', stderr: 'The connection to the server 1.2.3.4 was refused - did you specify' },
    { flags: '--kubeconfig=cfg --context=here', stderr: '' },
    { flags: '--cluster=kind-my-cluster', stderr: 'services "kube-dns" not found' },
  ])('$flags', async ({ flags, stderr }) => {
    const result = await runCli(`get svc kube-dns -o name ${flags}`, { files })
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(stderr ? 1 : 0)
  })
})
