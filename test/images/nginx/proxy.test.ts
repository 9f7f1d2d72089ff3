import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

// An nginx that a ConfigMap configures, before Services of the cluster.
const proxy = (name: string, conf: string, path = '/etc/nginx/conf.d'): string => `
apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}}
data: {default.conf: ${JSON.stringify(conf)}}
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, labels: {app: ${name}}}
spec:
  containers: [{name: nginx, image: 'nginx:1.27.4', volumeMounts: [{name: conf, mountPath: ${path}}]}]
  volumes: [{name: conf, configMap: {name: ${name}}}]
---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: 8080}]}
`
const conf = `upstream group { server api:8080; }
server {
  listen 8080;
  location = /ping { default_type text/plain; return 200 "pong from $hostname"; }
  location /old { return 301 /new; }
  location /closed { deny all; }
  location /api/ { proxy_pass http://api:8080/; add_header X-Proxy yes; proxy_set_header X-Seen $host; }
  location /group { proxy_pass http://group/echo?msg=group; }
  location /nowhere { set $up nowhere; proxy_pass http://$up; }
  location / { try_files $uri $uri/ =404; }
}
`
let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('clock freeze')
  await cli.run('run api --image=registry.k8s.io/e2e-test-images/agnhost:2.53 --port=8080 --expose -- netexec')
  await cli.run('apply -f -', { stdin: proxy('front', conf) })
  await cli.run('run client --image=curlimages/curl -- sleep 9999')
})
afterAll(() => cli.remove())

const curl = async (words: string): Promise<string> => (await cli.run(`exec client -- curl -s ${words}`)).stdout

test.for<readonly [string, string]>([
  ['/ping', 'pong from front|200||'],
  ['/api/hostname', 'api|200||yes'],
  ['/api/header?key=X-Seen', 'front|200||yes'],
  ['/api/echo?msg=a&code=404', 'a|404||yes'],
  ['/group', 'group|200||'],
])('%s', async ([path, expected]) => {
  const shown = await cli.run([
    ...['exec', 'client', '--', 'curl', '-s', '-w', '|%{http_code}|%{redirect_url}|%header{x-proxy}'],
    `http://front${path}`,
  ])
  expect(shown.stdout).toBe(expected)
})

test.for<readonly [string, string]>([
  ['/', '200'],
  ['/missing', '404'],
  ['/closed', '403'],
  ['/nowhere', '502'],
  ['/old', '301'],
])('%s is answered with %s', async ([path, code]) => {
  expect(await curl(`-o /dev/null -w %{http_code} http://front${path}`)).toBe(code)
})

test('who is sent elsewhere is told where', async () => {
  expect(await curl('-I http://front/old')).toContain('Location: http://front:8080/new')
})

test('what is sent reaches the server behind', async () => {
  expect(await curl('-X POST -d body -o /dev/null -w %{http_code} http://front/api/echo?msg=x')).toBe('200')
  expect((await cli.run('logs front')).stdout).toContain('"POST /api/echo?msg=x HTTP/1.1" 200')
})

describe('an upstream that nobody knows', () => {
  test('keeps it from starting until it is there', async () => {
    await cli.run('apply -f -', {
      stdin: proxy('early', 'server {\n  listen 8080;\n  location / {\n    proxy_pass http://late;\n  }\n}\n'),
    })
    const row = async (): Promise<string> => (await cli.run('get pod early --no-headers')).stdout
    expect(await row()).toContain('CrashLoopBackOff')
    expect((await cli.run('logs early')).stdout).toMatch(
      /\[emerg\] 1#1: host not found in upstream "late" in \/etc\/nginx\/conf\.d\/default\.conf:4\nnginx: \[emerg\] host not found/,
    )

    await cli.run('create service clusterip late --tcp=80')
    await cli.run('clock advance 5m')
    expect(await row()).toMatch(/1\/1 +Running/)
    await cli.run('delete service late')
    await cli.run('clock advance 5m')
    expect(await row()).toMatch(/1\/1 +Running/)
  })

  test('beyond the cluster is taken for known, and so is what stands in a variable', async () => {
    const text =
      'server { location /a { proxy_pass https://api.example.com; } location /b { proxy_pass http://$host; } }'
    await cli.run('apply -f -', { stdin: proxy('outer', text) })

    expect((await cli.run('get pod outer --no-headers')).stdout).toMatch(/1\/1 +Running/)
  })
})

test('a configuration that is wrong keeps it from starting, and nginx -t says why', async () => {
  await cli.run('apply -f -', { stdin: proxy('wrong', 'server {\n  listen 8080\n}\n') })

  expect((await cli.run('logs wrong')).stdout).toContain(
    '[emerg] 1#1: unexpected "}" in /etc/nginx/conf.d/default.conf:3',
  )
  expect((await cli.run('exec front -- nginx -t')).stdout).toContain('test is successful')
})
