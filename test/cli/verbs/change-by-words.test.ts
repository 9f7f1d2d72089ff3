import { describe, expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const web = 'create deployment web --image=nginx:1.25 --replicas=2 --port=80'

describe('verbs that change objects by words', () => {
  test.for([
    { commands: ['expose deployment web'], stdout: 'service/web exposed\n' },
    {
      commands: ['expose deployment web --name=a --port=80,81 -o jsonpath={.spec.ports[*].name}'],
      stdout: 'port-1 port-2',
    },
    {
      commands: ['expose deployment web kubernetes'],
      code: 1,
      stdout: 'service/web exposed\n',
      stderr: notFound('kubernetes'),
    },
    {
      commands: ['label deployment web a=b c=d', 'label deployment web a- e=f'],
      stdout: 'deployment.apps/web modified\n',
    },
    {
      commands: ['label deployment web a b=c'],
      code: 1,
      stderr: notFound('a'),
      stdout: 'deployment.apps/web labeled\n',
    },
    {
      commands: ['label deployment web b=c a'],
      code: 1,
      stderr: 'error: all resources must be specified before label changes: a\n',
    },
    { commands: ['label deployment web a=b=c'], code: 1, stderr: 'error: invalid label spec: a=b=c\n' },
    {
      commands: ['label deployment web app=x a=b'],
      code: 1,
      stderr: "error: 'app' already has a value (web), and --overwrite is false\n",
    },
    {
      commands: [
        'annotate deployment web kubernetes.io/change-cause=a',
        'annotate deployment web kubernetes.io/change-cause=b',
      ],
      stdout: 'deployment.apps/web annotated\n',
    },
    { commands: ['scale deployment web --replicas=3', 'get deployment web -o jsonpath={.spec.replicas}'], stdout: '3' },
    { commands: ['scale deployment web --replicas=3 --timeout=1m'], stdout: 'deployment.apps/web scaled\n' },
    {
      commands: ['scale deployment web --replicas=3 --resource-version=1'],
      code: 1,
      stderr: /^error: Expected resource version to be 1, was \d+\n$/,
    },
    {
      commands: ['scale deployment web --replicas=2147483648'],
      code: 1,
      stderr: /spec\.replicas: Invalid value: -2147483648: must be greater than or equal to 0/,
    },
    {
      commands: ['autoscale deployment web --max=3 --cpu=x'],
      code: 1,
      stderr: 'error: invalid resource cpu value: x\n',
    },
    {
      commands: [
        'autoscale deployment web --max=3 --cpu=80% --memory=200 -o jsonpath={.spec.metrics[*].resource.target}',
      ],
      stdout: '{"averageUtilization":80,"type":"Utilization"} {"averageValue":"200Mi","type":"AverageValue"}',
    },
    {
      commands: ['autoscale svc kubernetes --max=3'],
      code: 1,
      stderr:
        'error: cannot autoscale a Service: could not find scale subresource for /v1, Resource=services in discovery information\n',
    },
    {
      commands: ['run x --image=nginx -t'],
      code: 1,
      stderr:
        "error: -i/--stdin is required for containers with -t/--tty=true\nSee 'kubectl run -h' for help and examples\n",
    },
    { commands: ['run x --image=nginx --overrides={'], code: 1, stderr: 'error: Invalid JSON Patch\n' },
    {
      commands: [
        `run x --image=nginx --override-type=strategic --overrides='{"spec":{"containers":[{"name":"x","tty":true}]}}' --dry-run=client -o jsonpath={.spec.containers}`,
      ],
      stdout: '[{"image":"nginx","name":"x","resources":{},"tty":true}]',
    },
  ])('$commands', async ({ commands, stdout = '', stderr = '', code = 0 }) => {
    const result = await lastOf([web, ...commands])

    expect(result).toMatchObject({ stdout, code })
    expect(result.stderr).toEqual(typeof stderr === 'string' ? stderr : expect.stringMatching(stderr))
  })
})

function notFound(name: string): string {
  return `Error from server (NotFound): deployments.apps "${name}" not found\n`
}
