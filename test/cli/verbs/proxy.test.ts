import { existsSync } from 'node:fs'
import { get as getHttp } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { aCli, type Cli, type CliResult } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default, labels: {app: web}}
spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: default}
spec: {selector: {app: web}, ports: [{port: 80}]}
`

let cli: Cli
afterEach(() => cli.remove())

/** Runs the proxy at a free port, lets somebody ask it, and interrupts it. */
const proxied = async (flags: string, act: (at: string) => Promise<void>): Promise<CliResult> => {
  let interrupt = (): void => undefined
  const interrupted = new Promise<void>(resolve => {
    interrupt = resolve
  })
  let begun = (_: number): void => undefined
  const port = new Promise<number>(resolve => {
    begun = resolve
  })
  const { serveHttp } = await import('../../../src/host/serve-http.ts')
  const world = {
    interrupted: () => interrupted,
    serveHttp: async (...given: Parameters<typeof serveHttp>) => {
      const listener = await serveHttp(...given)
      begun(listener.port)
      return listener
    },
  }
  const ran = cli.run(`proxy ${flags}`, { world })
  await act(`http://127.0.0.1:${await port}`)
  interrupt()
  return ran
}

const textAt = async (url: string, init?: RequestInit): Promise<string> => (await fetch(url, init)).text()

describe('proxy', () => {
  test('serves the API, live', async () => {
    cli = aCli()
    await cli.create(manifest)
    const { stdout, code } = await proxied('--port=0', async at => {
      const services = await textAt(`${at}/api/v1/namespaces/default/services`)
      expect(JSON.parse(services).items.map((item: { metadata: { name: string } }) => item.metadata.name)).toEqual([
        'front',
        'kubernetes',
      ])
      await cli.run('create configmap by-another-command')
      expect((await fetch(`${at}/api/v1/namespaces/default/configmaps/by-another-command`)).status).toBe(200)
      const body = JSON.stringify({ metadata: { name: 'by-the-proxy' } })
      const posted = await fetch(`${at}/api/v1/namespaces/default/configmaps`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
      expect(posted.status).toBe(201)
      expect((await cli.run('get configmap by-the-proxy -o name')).stdout).toBe('configmap/by-the-proxy\n')
    })
    expect(stdout).toMatch(/^Starting to serve on 127\.0\.0\.1:\d+\n$/)
    expect(code).toBe(0)
  })

  test('watches tell what other commands do', async () => {
    cli = aCli()
    await cli.create(manifest)
    await proxied('--port=0', async at => {
      const response = await fetch(
        `${at}/api/v1/namespaces/default/configmaps?watch=true&labelSelector=a=b&timeoutSeconds=20`,
      )
      const reader = response.body?.getReader()
      await cli.run('create -f - ', {
        stdin: '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":{"a":"b"}}}',
      })
      const { value } = (await reader?.read()) ?? {}
      expect(JSON.parse(new TextDecoder().decode(value))).toMatchObject({
        type: 'ADDED',
        object: { metadata: { name: 'x' } },
      })
      await reader?.cancel()
    })
  })

  test('many at a time, and other commands among them', async () => {
    cli = aCli()
    await cli.create(manifest)
    await proxied('--port=0', async at => {
      const post = (name: string) =>
        fetch(`${at}/api/v1/namespaces/default/configmaps`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ metadata: { name } }),
        })
      const names = Array.from({ length: 12 }, (_, index) => `p${index}`)
      const done = Promise.all(names.map(post))
      for (const name of ['c0', 'c1', 'c2']) expect((await cli.run(`create configmap ${name}`)).code).toBe(0)
      expect((await done).map(({ status }) => status)).toEqual(names.map(() => 201))
      const { stdout } = await cli.run('get configmaps -o name')
      for (const name of [...names, 'c0', 'c1', 'c2']) expect(stdout).toContain(`configmap/${name}\n`)
    })
  })

  test.for([
    { path: '/api/v1/namespaces/default/services/front/proxy/', answer: 'Welcome to nginx!' },
    { path: '/api/v1/namespaces/default/services/http:front:80/proxy/', answer: 'Welcome to nginx!' },
    { path: '/api/v1/namespaces/default/pods/web/proxy/', answer: 'Welcome to nginx!' },
    { path: '/api/v1/namespaces/default/pods/web:81/proxy/', answer: 'connect: connection refused' },
    { path: '/api/v1/namespaces/default/services/front:81/proxy/', answer: 'no service port 81 found for service' },
    { path: '/api/v1/namespaces/default/pods/web/log', answer: 'start worker processes' },
    { path: '/api/v1/namespaces/default/pods/web/exec?command=ls', answer: 'Forbidden\n' },
  ])('$path', async ({ path, answer }) => {
    cli = aCli()
    await cli.create(manifest)
    await proxied('--port=0', async at => expect(await textAt(at + path)).toContain(answer))
  })

  test.for([
    { name: 'a host', flags: '', path: '/api', headers: { host: 'elsewhere:80' }, status: 403 },
    {
      name: 'a host, with no filter',
      flags: '--disable-filter',
      path: '/api',
      headers: { host: 'elsewhere:80' },
      status: 200,
    },
    { name: 'paths to refuse', flags: '--reject-paths=^/api/v1', path: '/api/v1', status: 403 },
    { name: 'paths to accept', flags: '--accept-paths=^/apis', path: '/api', status: 403 },
    { name: 'methods', flags: '--reject-methods=GET,POST', path: '/api', status: 403 },
    { name: 'a prefix of the API', flags: '--api-prefix=/k8s', path: '/k8s/api', status: 200 },
    { name: 'beside the prefix', flags: '--api-prefix=/k8s', path: '/api', status: 404 },
    { name: 'a file', flags: '--www=files', path: '/static/a.txt', status: 200 },
    { name: 'a file at a prefix', flags: '--www=files --www-prefix=/f', path: '/f/a.txt', status: 200 },
    { name: 'a file that is not there', flags: '--www=files', path: '/static/b.txt', status: 404 },
    { name: 'a file outside', flags: '--www=files', path: '/static/..%2fsecret', status: 404 },
  ])('goes by $name', async ({ flags, path, headers = {}, status }) => {
    cli = aCli({ files: { 'files/a.txt': 'text', secret: 'hidden' } })
    await proxied(`--port=0 ${flags}`, async at => {
      const found = await new Promise<number | undefined>(resolve => {
        getHttp(at + path, { headers }, response => {
          response.resume()
          resolve(response.statusCode)
        })
      })
      expect(found).toBe(status)
    })
  })

  test('a socket', async () => {
    cli = aCli()
    const { stdout } = await proxied('--unix-socket=api.sock', async () => {
      expect(existsSync(join(cli.folder, 'api.sock'))).toBe(true)
    })
    expect(stdout).toBe('Starting to serve on api.sock\n')
  })

  test('a port that is taken', async () => {
    cli = aCli()
    await proxied('--port=0', async at => {
      const { stderr, code } = await cli.run(`proxy --port=${new URL(at).port}`)
      expect({ stderr, code }).toEqual({
        stderr: `error: listen tcp ${new URL(at).host}: bind: address already in use\n`,
        code: 1,
      })
    })
  })

  test.for([
    { line: 'proxy --port=1 --unix-socket=s', stderr: 'error: cannot set --unix-socket and --port at the same time\n' },
    { line: 'proxy --accept-hosts=(', stderr: 'error: error parsing regexp: `(`\n' },
  ])('$line', async ({ line, stderr }) => {
    cli = aCli()
    expect(await cli.run(line)).toMatchObject({ stderr, code: 1 })
  })
})
