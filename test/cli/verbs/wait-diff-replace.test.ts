import { describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const files = {
  'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: v}\n',
  'b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: w}\n',
  's.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {p: secret}\n',
}

const rows = [
  { command: 'wait cm a --for=jsonpath={.data.k}=v', stdout: 'configmap/a condition met\n' },
  { command: 'wait cm/a --for=create --for=jsonpath=.data.k', stdout: 'configmap/a condition met\n'.repeat(2) },
  { command: 'wait cm nope --for=delete --timeout=1ms' },
  {
    command: 'wait cm a --for=jsonpath={.data.k}=x --timeout=0',
    stderr: 'error: condition not met for configmaps/a\n',
    code: 1,
  },
  {
    command: 'wait cm a --for=jsonpath={.data} --for=delete --timeout=2s',
    stdout: 'configmap/a condition met\n',
    stderr: 'error: timed out waiting for the condition on configmaps/a\n',
    code: 1,
  },
  {
    command: 'wait cm a --for=jsonpath={.data}=x --timeout=10s',
    stderr: 'error: jsonpath leads to a nested object or list which is not supported\n',
    code: 1,
  },
  {
    command: 'wait cm -l x=y --for=create --timeout=1ms',
    stderr: 'error: timed out waiting for the condition\n',
    code: 1,
  },
  { command: 'wait --local -f s.yaml --for=create', stdout: 'secret/s condition met\n' },
  {
    command: 'wait --local cm/a --for=create',
    stderr:
      'error: you must specify resources by --filename when --local is set.\n' +
      "Example resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n",
    code: 1,
  },
  {
    command: 'wait --local -f a.yaml --for=delete',
    stderr: 'error: --local can only be used with --for=create: whatever else to wait for happens in the cluster\n',
    code: 1,
  },
  { command: 'diff -f a.yaml' },
  { command: 'diff -f b.yaml', shown: /^- {2}k: v\n\+ {2}k: w$/m, code: 1 },
  { command: 'diff -f s.yaml', shown: /^\+ {2}p: '\*\*\*'$/m, code: 1 },
  { command: 'diff -f nope.yaml', stderr: 'error: the path "nope.yaml" does not exist\n', code: 2 },
  { command: 'replace -f b.yaml', stdout: 'configmap/a replaced\n' },
  {
    command: 'replace --force -f b.yaml',
    stdout: 'configmap "a" deleted from default namespace\nconfigmap/a replaced\n',
  },
  {
    command: 'replace -f b.yaml --grace-period=1',
    stderr: 'error: --grace-period must have --force specified\n',
    code: 1,
  },
  {
    command: 'patch cm a -p {"data":',
    stderr: 'Error from server (BadRequest): unexpected end of JSON input\n',
    code: 1,
  },
  {
    command: 'patch cm a --type=merge -p []',
    stderr:
      'Error from server (BadRequest): error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}\n',
    code: 1,
  },
  {
    command: 'patch cm a -p {"data":{"k":1}}',
    stderr: 'The request is invalid: patch: Invalid value: "map[data:map[k:1]]": cannot convert int64 to string\n',
    code: 1,
  },
]

describe('wait, diff, replace, patch', () => {
  test.for(rows)('$command', async row => {
    const { command, stdout = '', stderr = '', code = 0, shown } = { shown: undefined, ...row }
    const cli = aCli({ files })
    try {
      await cli.create(files['a.yaml'])
      const result = await cli.run(command.split(' '))
      expect(result).toEqual({ stdout: shown ? expect.stringMatching(shown) : stdout, stderr, code })
    } finally {
      cli.remove()
    }
  })
})
