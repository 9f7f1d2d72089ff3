import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, labels: {a: b}}\n`
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: nginx}]}\n'
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n'
const files = { 'one.yaml': configMap('one'), 'two.yaml': configMap('two'), 'pod.yaml': pod, 'svc.yaml': service }

const noFiles = 'error: You must provide one or more resources by argument or filename.\n'
const noTemplate = 'the object is not a pod or does not have a pod template: *v1'

test.for([
  { command: 'label --local -f one.yaml c=d --list', stdout: 'a=b\nc=d\n' },
  { command: 'annotate --local -f one.yaml c=d --list -o json', stdout: 'c=d\n' },
  { command: 'annotate --local -f one.yaml -f two.yaml c=d -o jsonpath={.metadata.name}', stdout: 'onetwo' },
  {
    command: 'annotate --local -f one.yaml -f two.yaml c=d -o yaml',
    stdout: ['one', 'two']
      .map(
        name =>
          `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    c: d\n  labels:\n    a: b\n  name: ${name}\n`,
      )
      .join('---\n'),
  },
  {
    command: 'label --local -f one.yaml c=d --resource-version=7 -o jsonpath={.metadata.resourceVersion}',
    stdout: '7',
  },
  {
    command: 'annotate --local -f nope.yaml c=d -o bogus',
    stderr: 'error: unable to match a printer suitable for the output format "bogus", allowed',
  },
  {
    command: 'annotate --local -f one.yaml pod/x c=d c-',
    stderr: 'error: can only use local files by -f rsrc.yaml or --filename=rsrc.json when --local=true is set\n',
  },
  { command: 'set image --local x=y', stderr: noFiles },
  { command: 'set resources --local', stderr: noFiles },
  { command: 'set sa --local -f pod.yaml what ever', stdout: 'pod/p serviceaccount updated\n' },
  { command: 'set sa -l a=b robot', stderr: "error: unknown shorthand flag: 'l' in -l\n" },
  { command: 'set selector -k . a=b', stderr: "error: unknown shorthand flag: 'k' in -k\n" },
  {
    command: 'set image --local -f pod.yaml -f svc.yaml x=y',
    stderr: `error: unable to find container named "x"\nerror: service/s ${noTemplate}.Service\n\n`,
  },
  {
    command: 'set sa --local -f one.yaml -f svc.yaml robot',
    stderr: `error: configmap/one ${noTemplate}.ConfigMap\n\nerror: service/s ${noTemplate}.Service\n\n`,
  },
  {
    command: 'set selector --local -f one.yaml -f pod.yaml a=b',
    stderr: 'setting a selector is only supported for Services\nsetting a selector is only supported for Services\n',
  },
  {
    command: 'set selector --local -f pod.yaml a=b',
    stderr: 'error: setting a selector is only supported for Services\n',
  },
  {
    command: 'set resources --local -f nope.yaml --limits=cpu=x',
    stderr: 'error: the path "nope.yaml" does not exist\n',
  },
  {
    command: 'set image -f pod.yaml pod/p c=d',
    stderr: 'error: resource/name arguments cannot be provided when a path is',
  },
  {
    command: 'label -f pod.yaml nonsense c=d',
    stderr: 'error: when paths, URLs, or stdin is provided as input, you may',
  },
])('$command', async ({ command, stdout = '', stderr = '' }) => {
  const result = await runCli(command, { files })
  expect({ ...result, stderr: result.stderr.slice(0, stderr.length || 1000) }).toEqual({
    stdout,
    stderr,
    code: stderr === '' ? 0 : 1,
  })
})
