import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())

const told = async (command: string | readonly string[]): Promise<string> => {
  const { stdout, stderr } = await cli.run(command)
  return stdout + stderr
}

const manifest = `
apiVersion: v1
kind: ConfigMap
metadata: {name: pages, namespace: default}
data: {index.html: "<h1>mapped</h1>", about.txt: about}
---
apiVersion: v1
kind: Pod
metadata: {name: mapped, namespace: default, labels: {app: mapped}}
spec:
  containers:
  - {name: c, image: nginx, volumeMounts: [{name: pages, mountPath: /usr/share/nginx/html}]}
  volumes: [{name: pages, configMap: {name: pages}}]
---
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: default, labels: {app: bare}}
spec:
  containers:
  - {name: c, image: httpd, volumeMounts: [{name: none, mountPath: /usr/local/apache2/htdocs}]}
  volumes: [{name: none, emptyDir: {}}]
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default, labels: {app: web}}
spec:
  containers:
  - name: c
    image: nginx
    readinessProbe: {exec: {command: [cat, /tmp/ready]}, periodSeconds: 5, failureThreshold: 1}
`

const isReady = async (): Promise<string> => told('get pod web -o jsonpath={.status.containerStatuses[0].ready}')
const page = async (url: string): Promise<string> => told(`curl -s ${url}`)

beforeAll(async () => {
  await cli.run('clock freeze')
  await cli.create(manifest)
  for (const name of ['mapped', 'bare', 'web']) await cli.run(`expose pod ${name} --port=80`)
})

describe('a readiness probe that looks for a file', () => {
  test('passes when somebody has written it, and fails when it is gone', async () => {
    await cli.run('clock advance 30s')
    expect(await isReady()).toBe('false')
    await cli.run('exec web -- touch /tmp/ready')
    await cli.run('clock advance 5s')
    expect(await isReady()).toBe('true')
    await cli.run('exec web -- rm /tmp/ready')
    await cli.run('clock advance 5s')
    expect(await isReady()).toBe('false')
    expect(await told('describe pod web')).toMatch(
      /Unhealthy .*Readiness probe failed: cat: \/tmp\/ready: No such file/,
    )
  })
})

describe('a web server', () => {
  test('shows the page that somebody writes', async () => {
    await cli.run('exec web -- touch /tmp/ready')
    await cli.run('clock advance 5s')
    expect(await page('http://web/')).toContain('Welcome to nginx!')
    expect(await told('exec web -- cat /usr/share/nginx/html/index.html')).toContain('Welcome to nginx!')
    await cli.run(['exec', 'web', '--', 'sh', '-c', 'echo "I am $HOSTNAME" > /usr/share/nginx/html/index.html'])
    expect(await page('http://web/')).toBe('I am web\n')
    await cli.run('exec web -- rm /usr/share/nginx/html/index.html')
    expect(await page('http://web/')).toContain('403 Forbidden')
  })

  test('shows the pages of a ConfigMap, as they are now', async () => {
    expect([await page('http://mapped/'), await page('http://mapped/about.txt')]).toEqual(['<h1>mapped</h1>', 'about'])
    await cli.run(['patch', 'configmap', 'pages', '-p', '{"data":{"about.txt":"changed"}}'])
    expect(await page('http://mapped/about.txt')).toBe('changed')
    expect(await page('http://mapped/nope')).toContain('404 Not Found')
  })

  test('has nothing to show where a volume hides its pages', async () => {
    expect(await page('http://bare/')).toContain('Not Found')
  })
})
