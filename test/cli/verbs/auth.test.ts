import { afterEach, describe, expect, test } from 'vitest'
import { aCli, type Cli, runCli } from '../../support/run-cli.ts'

const roles = `kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: {name: reader, namespace: default}
rules:
- {apiGroups: [""], resources: [pods, services], verbs: [get, list]}
- {apiGroups: [apps], resources: [deployments/scale], verbs: [update]}
---
kind: RoleBinding
apiVersion: rbac.authorization.k8s.io/v1
metadata: {name: readers, namespace: default}
roleRef: {kind: Role, name: reader, apiGroup: rbac.authorization.k8s.io}
subjects: [{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]
`
const more = roles.replace('[get, list]', '[get, list, watch]').replace('name: jane', 'name: joe')
const files = { 'roles.yaml': roles, 'more.yaml': more }

let cli: Cli | undefined
afterEach(() => cli?.remove())

test('a user may do what bound roles allow, and ask about itself', async () => {
  cli = aCli({ files })
  const ask = async (words: string): Promise<string> => (await cli?.run(`auth can-i ${words}`))?.stdout ?? ''
  expect(await ask('list pods --as=jane')).toBe('no\n')
  expect((await cli.run('auth reconcile -f roles.yaml')).stdout).toBe(
    'role.rbac.authorization.k8s.io/reader reconciled\nrolebinding.rbac.authorization.k8s.io/readers reconciled\n',
  )
  expect(await ask('list pods --as=jane')).toBe('yes\n')
  expect(await ask('update deploy --subresource=scale --as=jane')).toBe('yes\n')
  expect(await ask('list pods --as=jane -n kube-system')).toBe('no\n')
  expect(await ask('get /version --as=jane')).toBe('yes\n')
  expect(await ask('get /logs --as=jane')).toBe('no\n')
  expect(await ask('--list --as=jane')).toMatchInlineSnapshot(`
    "Resources                                       Non-Resource URLs   Resource Names   Verbs
    selfsubjectreviews.authentication.k8s.io        []                  []               [create]
    selfsubjectaccessreviews.authorization.k8s.io   []                  []               [create]
    selfsubjectrulesreviews.authorization.k8s.io    []                  []               [create]
    pods                                            []                  []               [get list]
    services                                        []                  []               [get list]
                                                    [/.well-known/*]    []               [get]
                                                    [/.well-known]      []               [get]
                                                    [/api/*]            []               [get]
                                                    [/api]              []               [get]
                                                    [/apis/*]           []               [get]
                                                    [/apis]             []               [get]
                                                    [/healthz]          []               [get]
                                                    [/healthz]          []               [get]
                                                    [/livez]            []               [get]
                                                    [/livez]            []               [get]
                                                    [/openapi/*]        []               [get]
                                                    [/openapi]          []               [get]
                                                    [/readyz]           []               [get]
                                                    [/readyz]           []               [get]
                                                    [/version/]         []               [get]
                                                    [/version/]         []               [get]
                                                    [/version]          []               [get]
                                                    [/version]          []               [get]
    deployments.apps/scale                          []                  []               [update]
    "
  `)
})

test('reconcile adds what is missing and takes away what is asked for', async () => {
  cli = aCli({ files })
  await cli.run('auth reconcile -f roles.yaml')
  expect((await cli.run('auth reconcile -f roles.yaml')).stderr).toBe('')
  expect((await cli.run('auth reconcile -f more.yaml --remove-extra-subjects')).stderr).toBe(
    '\treconciliation required update\n\tmissing rules added:\n' +
      '\t\t{Verbs:[get list watch] APIGroups:[] Resources:[pods services] ResourceNames:[] NonResourceURLs:[]}\n' +
      '\treconciliation required update\n\tmissing subjects added:\n' +
      '\t\t{Kind:User APIGroup:rbac.authorization.k8s.io Name:joe Namespace:}\n\textra subjects removed:\n' +
      '\t\t{Kind:User APIGroup:rbac.authorization.k8s.io Name:jane Namespace:}\n',
  )
  const subjects = await cli.run("get rolebinding readers -o jsonpath='{.subjects[*].name}'")
  expect(subjects.stdout).toBe('joe')
})

describe('auth', () => {
  test.for([
    { command: 'auth can-i * *', stdout: 'yes\n', stderr: '', code: 0 },
    { command: 'auth can-i get pods -q --as=nobody', stdout: '', stderr: '', code: 1 },
    {
      command: 'auth can-i get nodes.v1.',
      stdout: 'yes\n',
      stderr: "Warning: resource 'nodes' is not namespace scoped\n\n",
      code: 0,
    },
    {
      command: 'auth can-i --list -q',
      stdout: '',
      stderr: "error: list option can't be specified with neither quiet, all-namespaces nor subresource options\n",
      code: 1,
    },
    {
      command: 'auth whoami --as=jane',
      stdout: 'Username    jane\nGroups      [system:authenticated]\n',
      stderr: '',
      code: 0,
    },
    { command: 'auth reconcile -f x y', stdout: '', stderr: 'error: no arguments are allowed\n', code: 1 },
  ])('$command', async ({ command, stdout, ...expected }) => {
    const result = await runCli(command)
    expect(result).toMatchObject(expected)
    expect(result.stdout).toContain(stdout)
  })
})
