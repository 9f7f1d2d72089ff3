import { expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const web = 'create deployment web --image=nginx'
const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`
const files = {
  'both.yaml': `${configMap('one')}---\n${configMap('two')}`,
  'folder/one.yaml': configMap('one'),
}
const noNamespace = 'Error from server (NotFound): namespaces "nowhere" not found\n'

test.for([
  { command: 'label deploy web a=b -n nowhere', stderr: noNamespace },
  { command: 'set image deploy/web a=b -n nowhere', stderr: noNamespace },
  { command: 'patch deploy web -p {} -n nowhere', stderr: noNamespace },
  { command: 'wait deploy/web --for=condition=Available -n nowhere', stderr: noNamespace },
  { command: 'rollout status deploy/web -n nowhere', stderr: noNamespace },
  {
    command: 'delete deploy web -n nowhere',
    stderr: 'Error from server (NotFound): deployments.apps "web" not found\n',
  },
  { command: 'get -f both.yaml -o name', stderr: 'Error from server (NotFound): configmaps "two" not found\n' },
  {
    command: 'describe svc,deploy web',
    stderr: 'error: you may only specify a single resource type\n',
  },
  { command: 'events --for=nope/x', stderr: 'the server doesn\'t have a resource type "nope"\n' },
  {
    command: 'taint nope.apps x a=b:NoSchedule',
    stderr: 'the server doesn\'t have a resource type "nope" in group "apps"\n',
  },
])('$command', async ({ command, stderr }) => {
  const result = await lastOf([web, 'create cm one', command], { files })
  expect(result).toEqual({ stdout: '', stderr, code: 1 })
})

test('what happened to one object is not told where another one is missing', async () => {
  const { stdout } = await lastOf([web, 'describe deploy web nope'])
  expect(stdout).toContain('Name:                   web')
  expect(stdout).not.toContain('Events:')
})

test('a file alone in its folder is printed by itself', async () => {
  const { stdout } = await lastOf(['create cm one', 'get -f folder -o jsonpath={.metadata.name}'], { files })
  expect(stdout).toBe('one')
})

test('the mark of a default class stays behind its kind', async () => {
  const { stdout } = await lastOf(['get sc,cm -A'])
  expect(stdout).toContain('storageclass.storage.k8s.io/standard (default)')
})

test('once the time is over, wait looks at nothing any more', async () => {
  const commands = [web, 'clock freeze', 'wait svc/kubernetes deploy/web --for=condition=Available --timeout=1s']
  const { stdout, stderr } = await lastOf(commands)
  expect(stdout).toBe('')
  expect(stderr).toBe(
    'timed out waiting for the condition on services/kubernetes\ntimed out waiting for the condition on deployments/web\n',
  )
})

test('whoami prints its answer in the order of its type', async () => {
  const { stdout } = await lastOf(['auth whoami -o json'])
  expect(stdout).toMatch(/^\{\n {4}"kind": "SelfSubjectReview",[\s\S]*"username"[\s\S]*"groups"/)
})

test('a pod template tells how its pods are spread', async () => {
  const constraint =
    '{"maxSkew":1,"topologyKey":"zone","whenUnsatisfiable":"DoNotSchedule","labelSelector":{"matchLabels":{"app":"web"}}}'
  const spec = `{"spec":{"template":{"spec":{"topologySpreadConstraints":[${constraint}]}}}}`
  const { stdout } = await lastOf([web, `patch deploy web -p '${spec}'`, 'describe deploy web'])
  expect(stdout).toMatch(
    /^ {2}Topology Spread Constraints: {2}zone:DoNotSchedule when max skew 1 is exceeded for selector app=web$/m,
  )
})

test.for([
  ['wait', '--timeout=30s'],
  ['wait', '-R, --recursive=true'],
  ['run', '--pod-running-timeout=1m0s'],
  ['scale', '--timeout=0s'],
  ['create clusterrole', '--aggregation-rule='],
])('%s -h shows %s', async ([verb = '', flag = '']) => {
  expect((await lastOf([`${verb} -h`])).stdout).toContain(`    ${flag}:\n`)
})
