import { describe, expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const web = 'create deployment web --image=nginx:1.25'
const containers = 'get deployment web -o jsonpath={.spec.template.spec.containers[0]'

describe('set', () => {
  test.for([
    {
      name: 'changes all images',
      commands: ['set image deployment/web *=httpd', `${containers}.image}`],
      stdout: 'httpd',
    },
    { name: 'is silent where nothing changes', commands: ['set image deployment/web nginx=nginx:1.25'] },
    {
      name: 'wants an image',
      commands: ['set image deployment/web'],
      code: 1,
      stderr: 'error: at least one image update is required\n',
    },
    {
      name: 'adds, changes and removes variables',
      commands: ['set env deployment/web A=1 B=2', 'set env deployment/web A=3 C=4 B-', `${containers}.env}`],
      stdout: '[{"name":"A","value":"3"},{"name":"C","value":"4"}]',
    },
    {
      name: 'lists variables and where they come from',
      commands: [
        'create cm settings --from-literal=mode=dark',
        'set env deployment/web --from=configmap/settings --prefix=MY_',
        'set env deployment/web --list',
      ],
      stdout: '# Deployment web, container nginx\n# MY_MODE from configmap settings, key mode\n',
    },
    {
      name: 'looks values up',
      commands: [
        'create secret generic s --from-literal=mode=dark',
        'set env deployment/web --from=secret/s',
        'set env deployment/web --list --resolve',
      ],
      stdout: '# Deployment web, container nginx\nMODE=dark\n',
    },
    {
      name: 'tells which values it could not look up',
      commands: [
        'create cm settings --from-literal=mode=dark',
        'set env deployment/web --from=configmap/settings',
        'delete cm settings',
        'set env deployment/web --list --resolve',
      ],
      stdout: '# Deployment web, container nginx\n# MODE from configmap settings, key mode\n',
      stderr: 'error retrieving reference for MODE: configmaps "settings" not found\n',
    },
    {
      name: 'takes variables of one place only',
      commands: ['set env deployment/web -l a=b --from=configmap/settings'],
      code: 1,
      stderr: 'error: selectors and the all flag cannot be used when passing resource/name arguments\n',
    },
    {
      name: 'keeps variables that are there',
      commands: ['set env deployment/web A=1', 'set env deployment/web A=2 --overwrite=false'],
      code: 1,
      stderr: "error: deployments/web 'A' already has a value (1), and --overwrite is false\n",
    },
    {
      name: 'refuses operands behind variables',
      commands: ['set env A=1 deployment/web'],
      code: 1,
      stderr: 'error: all resources must be specified before environment changes: A=1 deployment/web\n',
    },
    {
      name: 'changes one container only',
      commands: ['set resources deployment web -c=nope --limits=cpu=1'],
      code: 1,
      stderr: 'error: unable to find container named nope\n',
    },
    {
      name: 'merges resources',
      commands: [
        'set resources deployment web --limits=cpu=1,memory=1Gi',
        'set resources deployment web --limits=cpu=2 --requests=cpu=1',
        `${containers}.resources}`,
      ],
      stdout: '{"limits":{"cpu":"2","memory":"1Gi"},"requests":{"cpu":"1"}}',
    },
    {
      name: 'changes the service account',
      commands: ['set sa deployment web robot'],
      stdout: 'deployment.apps/web serviceaccount updated\n',
    },
    {
      name: 'adds a subject once',
      commands: [
        'create rolebinding b --role=r --user=u',
        'set subject rolebinding b --user=u --serviceaccount=:robot',
        'get rolebinding b -o jsonpath={.subjects[*].name}',
      ],
      stdout: 'u robot',
    },
    {
      name: 'knows what has subjects',
      commands: ['set subject deployment web --user=u'],
      code: 1,
      stderr: 'error: deployments/web setting subjects is only supported for RoleBinding/ClusterRoleBinding\n',
    },
  ])('$name', async ({ commands, stdout = '', stderr = '', code = 0 }) => {
    expect(await lastOf([web, ...commands])).toEqual({ stdout, stderr, code })
  })
})
