import { describe, expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const node = 'my-cluster-worker3'
const files = {
  'ds.yaml': `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: agent, image: agent}]}
`,
}

describe('verbs about nodes', () => {
  test.for([
    {
      name: 'cordons by label',
      commands: [`cordon -l kubernetes.io/hostname=${node}`],
      stdout: `node/${node} cordoned\n`,
    },
    {
      name: 'cordons in a dry run',
      commands: [`cordon ${node} --dry-run=client`],
      stdout: `node/${node} cordoned (dry run)\n`,
    },
    {
      name: 'drains by name or by label',
      commands: [`drain ${node} -l a=b`],
      code: 1,
      stderr:
        "error: cannot specify both a node name and a --selector option\nSee 'kubectl drain -h' for help and examples\n",
    },
    {
      name: 'leaves the pods of daemon sets',
      commands: ['create -f ds.yaml', `drain ${node} --ignore-daemonsets`],
      stdout: `node/${node} cordoned\nnode/${node} drained\n`,
      stderr: /^Warning: ignoring DaemonSet-managed Pods: default\/agent-\w{5}\n$/,
    },
    {
      name: 'minds the pods of daemon sets',
      commands: ['create -f ds.yaml', `drain ${node}`],
      code: 1,
      stdout: `node/${node} cordoned\n`,
      stderr: /cannot delete DaemonSet-managed Pods \(use --ignore-daemonsets to ignore\): default\/agent-\w{5}\n$/,
    },
    {
      name: 'gives two taints at once',
      commands: [`taint node ${node} a=b:NoSchedule c:NoExecute`, `get node ${node} -o jsonpath={.spec.taints[*].key}`],
      stdout: 'a c',
    },
    {
      name: 'takes and gives',
      commands: [`taint node ${node} a=b:NoSchedule`, `taint node ${node} a- c=d:NoSchedule`],
      stdout: `node/${node} modified\n`,
    },
    {
      name: 'does not do both to one taint',
      commands: [`taint node ${node} a=b:NoSchedule a-`],
      code: 1,
      stderr: 'error: can not both modify and remove the following taint(s) in the same command: a=\n',
    },
    {
      name: 'tells of all taints that are not there',
      commands: [`taint node ${node} a=b:NoSchedule`, `taint node ${node} a- b- c:NoExecute-`],
      code: 1,
      stderr: 'taint "b" not found\ntaint "c:NoExecute" not found\n',
    },
    {
      name: 'wants an effect',
      commands: [`taint node ${node} a=b`],
      code: 1,
      stderr: /^error: invalid taint spec: a=b, name part must consist/,
    },
    {
      name: 'wants names',
      commands: ['taint node a=b:NoSchedule'],
      code: 1,
      stderr: "error: at least one resource name must be specified since 'all' parameter is not set\n",
    },
  ])('$name', async ({ commands, stdout = '', stderr = '', code = 0 }) => {
    const result = await lastOf(commands, { files })

    expect(result).toMatchObject({ stdout, code })
    expect(result.stderr).toEqual(typeof stderr === 'string' ? stderr : expect.stringMatching(stderr))
  })
})
