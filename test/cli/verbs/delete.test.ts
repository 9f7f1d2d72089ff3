import { describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: ConfigMap
metadata: {name: a, labels: {app: x}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: b, labels: {app: x}}
`
const left = 'configmap "a" deleted from default namespace\n'

describe('delete', () => {
  test.for([
    { command: 'delete cm a', stdout: left },
    { command: 'delete cm a --dry-run=server', stdout: left.replace('\n', ' (server dry run)\n') },
    { command: 'delete cm/a -o name', stdout: 'configmap/a\n' },
    { command: 'delete cm -l app=x', stdout: left + left.replace('"a"', '"b"') },
    { command: 'delete cm -l app=y', stdout: 'No resources found\n' },
    { command: 'delete cm nope --ignore-not-found' },
    {
      command: 'delete cm nope a',
      stdout: left,
      stderr: 'Error from server (NotFound): configmaps "nope" not found\n',
      code: 1,
    },
    {
      command: 'delete cm a --cascade=true',
      stdout: left,
      stderr: 'warning: --cascade=true is deprecated (boolean value) and can be replaced with --cascade=background.\n',
    },
    {
      command: 'delete cm a -o json',
      stderr: "error: unexpected -o output mode: json. We only support '-o name'\n",
      code: 1,
    },
    {
      command: 'delete cm a -i',
      stdin: 'n\n',
      stdout:
        'You are about to delete the following 1 resource(s):\nconfigmap/a\nDo you want to continue? (y/N): deletion is cancelled\n',
    },
    {
      command: 'delete ns kube-node-lease -n default --dry-run=client',
      stdout: 'namespace "kube-node-lease" deleted (dry run)\n',
      stderr: 'Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n',
    },
  ])('$command', async ({ command, stdin = '', stdout = '', stderr = '', code = 0 }) => {
    const cli = aCli()
    try {
      await cli.create(manifest)
      expect(await cli.run(command, { stdin })).toEqual({ stdout, stderr, code })
    } finally {
      cli.remove()
    }
  })
})
