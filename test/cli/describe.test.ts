import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../support/run-cli.ts'

const cli = aCli({ files: { 'web.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web-1}\n' } })

beforeAll(() =>
  cli.create(`apiVersion: v1
kind: Service
metadata: {name: web-1, labels: {app: web}}
spec: {clusterIP: 10.96.1.1, selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: web-2, labels: {app: web}}
spec: {clusterIP: 10.96.1.2, selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: conf}
data: {a: b}
`),
)
afterAll(() => cli.remove())

/** The names that a description has, whether it ends in events, and how many empty lines follow on it. */
const shape = (text: string): string =>
  [...text.matchAll(/^(?:Name: +(\S+)|(Events):)|\n(\n+)(?=Name|(?![\s\S]))/gm)]
    .map(([, name, events, gap]) => name ?? events ?? gap?.length)
    .join(' ')

describe('describe', () => {
  test.for([
    { line: 'describe svc web-1', expected: 'web-1 Events' },
    { line: 'describe svc/web-1 svc/web-2', expected: 'web-1 2 web-2' },
    { line: 'describe svc -l app=web', expected: 'web-1 2 web-2' },
    { line: 'describe svc -l app=web --show-events', expected: 'web-1 Events 2 web-2 Events' },
    { line: 'describe svc web-1 --show-events=false', expected: 'web-1' },
    { line: 'describe svc web', expected: 'web-1 1 web-2 1' },
    { line: 'describe -f web.yaml', expected: 'web-1 Events' },
  ])('$line', async ({ line, expected }) => {
    const { stdout, stderr, code } = await cli.run(line)

    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(shape(stdout)).toBe(expected)
  })

  test.for([
    ['describe svc none', 'Error from server (NotFound): services "none" not found\n', 1],
    ['describe svc web-1 -n gone', 'Error from server (NotFound): namespaces "gone" not found\n', 1],
    ['describe svc -l app=none', 'No resources found in default namespace.\n', 0],
    ['describe svc -l app=none -A', 'No resources found\n', 0],
    ['describe widget web', 'error: the server doesn\'t have a resource type "widget"\n', 1],
    [
      'describe',
      'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
      1,
    ],
    [
      'describe svc web-1 -o yaml',
      "error: unknown shorthand flag: 'o' in -o\nSee 'kubectl describe --help' for usage.\n",
      1,
    ],
  ] as const)('%s', async ([line, stderr, code]) => {
    expect(await cli.run(line)).toEqual({ stdout: '', stderr, code })
  })
})
