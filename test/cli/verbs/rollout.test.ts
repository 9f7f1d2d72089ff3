import { describe, expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const web = ['create deployment web --image=nginx:1.25', 'set image deployment/web nginx=nginx:1.26']
const image = 'get deployment web -o jsonpath={.spec.template.spec.containers[0].image}'

describe('rollout', () => {
  test.for([
    { name: 'goes back', commands: ['rollout undo deployment web', image], stdout: 'nginx:1.25' },
    {
      name: 'does not go back to where it is',
      commands: ['rollout undo deployment web --to-revision=2'],
      stdout: 'deployment.apps/web skipped rollback (current template already matches revision 2)\n',
    },
    {
      name: 'has nothing to go back to',
      commands: ['create deployment new --image=nginx', 'rollout undo deployment new'],
      code: 1,
      stderr: 'error: no rollout history found for deployment "new"\n',
    },
    {
      name: 'changes nothing in a dry run',
      commands: ['rollout undo deployment web --dry-run=server', image],
      stdout: 'nginx:1.26',
    },
    {
      name: 'prints a revision as an object',
      commands: ['rollout history deployment web --revision=1 -o jsonpath={.spec.template.spec.containers[0].image}'],
      stdout: 'nginx:1.25',
    },
    {
      name: 'fails where another revision runs',
      commands: ['rollout status deployment web --revision=1'],
      code: 1,
      stderr: 'error: desired revision (1) is different from the running revision (2)\n',
    },
    {
      name: 'tells that there is nothing to follow',
      commands: ['rollout status deployment -l app=nobody'],
      stderr: 'No resources found in default namespace.\n',
    },
    {
      name: 'cannot go back with what keeps no history',
      commands: ['run x --image=nginx', 'rollout undo pod x'],
      code: 1,
      stderr: 'error: no rollbacker has been implemented for "Pod"\n',
    },
    {
      name: 'knows no history of pods',
      commands: ['run x --image=nginx', 'rollout history pod x'],
      code: 1,
      stderr: 'error: no history viewer has been implemented for "Pod"\n',
    },
    {
      name: 'restarts deployments only',
      commands: ['rollout restart svc kubernetes'],
      code: 1,
      stderr: 'error: services "kubernetes" restarting is not supported\n',
    },
    {
      name: 'refuses a negative revision',
      commands: ['rollout history deployment web --revision=-1'],
      code: 1,
      stderr: 'error: revision must be a positive integer: -1\n',
    },
  ])('$name', async ({ commands, stdout = '', stderr = '', code = 0 }) => {
    expect(await lastOf([...web, ...commands])).toEqual({ stdout, stderr, code })
  })
})
