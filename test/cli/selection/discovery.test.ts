import { describe, expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

describe('api-resources', () => {
  test.for([
    {
      line: 'api-resources --api-group=networking.k8s.io --no-headers',
      stdout: `ingressclasses             networking.k8s.io/v1   false   IngressClass
ingresses         ing      networking.k8s.io/v1   true    Ingress
ipaddresses       ip       networking.k8s.io/v1   false   IPAddress
networkpolicies   netpol   networking.k8s.io/v1   true    NetworkPolicy
servicecidrs               networking.k8s.io/v1   false   ServiceCIDR
`,
    },
    {
      line: 'api-resources --api-group=discovery.k8s.io -o wide',
      stdout: `NAME             SHORTNAMES   APIVERSION            NAMESPACED   KIND            VERBS                                                        CATEGORIES
endpointslices                discovery.k8s.io/v1   true         EndpointSlice   create,delete,deletecollection,get,list,patch,update,watch   ${''}
`,
    },
    { line: 'api-resources --api-group=nope', stdout: 'NAME   SHORTNAMES   APIVERSION   NAMESPACED   KIND\n' },
    { line: 'api-resources --api-group=discovery.k8s.io --verbs=fly --no-headers', stdout: '' },
    { line: 'api-resources --api-group=discovery.k8s.io -o name', stdout: 'endpointslices.discovery.k8s.io\n' },
    { line: 'api-resources --sort-by=colour', stderr: 'error: --sort-by accepts only name or kind\n', code: 1 },
    {
      line: 'api-resources extra',
      stderr: "error: unexpected arguments: [extra]\nSee 'kubectl api-resources -h' for help and examples\n",
      code: 1,
    },
    {
      line: 'api-resources -o yaml --api-group=discovery.k8s.io',
      stdout: `apiVersion: v1
groupVersion: ""
kind: APIResourceList
resources:
- group: discovery.k8s.io
  kind: EndpointSlice
  name: endpointslices
  namespaced: true
  singularName: endpointslice
  verbs:
  - create
  - delete
  - deletecollection
  - get
  - list
  - patch
  - update
  - watch
  version: v1
`,
    },
  ])('$line', async ({ line, ...expected }) => {
    expect(await runCli(line)).toEqual({ stdout: '', stderr: '', code: 0, ...expected })
  })
})

test('api-versions', async () => {
  const { stdout } = await runCli('api-versions')

  expect(stdout.split('\n')).toEqual(expect.arrayContaining(['apps/v1', 'networking.k8s.io/v1', 'v1']))
})

describe('explain', () => {
  test.for([
    { line: 'explain', stderr: /^error: You must specify the type of resource to explain/ },
    { line: 'explain svc pod', stderr: /^error: We accept only this format: explain RESOURCE\n$/ },
    { line: 'explain widget', stderr: /^the server doesn't have a resource type "widget"\n$/ },
    {
      line: 'explain svc.nope.deeper',
      stdout: 'KIND:       Service\nVERSION:    v1\n\n',
      stderr: /^error: field "deeper" does/,
    },
    {
      line: 'explain deployments --api-version=apps/v9',
      stderr: /^error: couldn't find resource for "apps\/v9, Resource=deployments"\n$/,
    },
    { line: 'explain .spec', stderr: /^error: invalid jsonpath syntax, first node must be field node\n$/ },
    {
      line: 'explain pods.spec.containers[0]',
      stderr: /^error: invalid jsonpath syntax, first node must be field node\n/,
    },
    {
      line: 'explain pods[0] --api-version=v1',
      stderr: /^error: invalid jsonpath syntax, all nodes must be field nodes\n$/,
    },
    { line: 'explain pods,svc', stderr: /^error: unrecognized character in action: U\+002C ','\n$/ },
    { line: 'explain svc -o json', stderr: /^error: unrecognized format: json\n$/ },
  ])('$line', async ({ line, stdout = '', stderr }) => {
    const result = await runCli(line)

    expect(result).toMatchObject({ stdout, code: 1 })
    expect(result.stderr).toMatch(stderr)
  })

  test.for([
    { line: 'explain pods.', heading: 'KIND:       Pod\nVERSION:    v1\n\nDESCRIPTION' },
    { line: 'explain pods..spec', heading: 'KIND:       Pod\nVERSION:    v1\n\nFIELD: spec <PodSpec>\n' },
    { line: 'explain deployments.apps', heading: 'GROUP:      apps\nKIND:       Deployment\nVERSION:    v1\n\nDESC' },
    {
      line: 'explain deployments.apps.spec.strategy',
      heading: 'GROUP:      apps\nKIND:       Deployment\nVERSION:    v1\n\nFIELD: strategy <DeploymentStrategy>\n',
    },
  ])('$line', async ({ line, heading }) => {
    expect((await runCli(line)).stdout.slice(0, heading.length)).toBe(heading)
  })

  test('fields with their types', async () => {
    const { stdout } = await runCli('explain deployment.spec.strategy --recursive')

    expect(stdout).toContain(
      'GROUP:      apps\nKIND:       Deployment\nVERSION:    v1\n\nFIELD: strategy <DeploymentStrategy>\n',
    )
    expect(stdout).toContain(
      'FIELDS:\n  rollingUpdate\t<RollingUpdateDeployment>\n    maxSurge\t<IntOrString>\n    maxUnavailable\t<IntOrString>\n  type\t<string>\n',
    )
  })
})
