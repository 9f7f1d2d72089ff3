import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

// The pages that nginx makes itself, byte by byte.
const empty = `
apiVersion: v1
kind: Pod
metadata: {name: empty}
spec:
  containers: [{name: nginx, image: nginx, volumeMounts: [{name: web, mountPath: /usr/share/nginx/html}]}]
  volumes: [{name: web, emptyDir: {}}]
`

let cli: Cli
beforeAll(async () => {
  cli = aCli({ files: { 'empty.yaml': empty } })
  await cli.run('clock freeze')
  await cli.run('create -f empty.yaml')
  await cli.run('run web --image=nginx:1.25')
})
afterAll(() => cli.remove())

const page = (title: string, server: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
  `<hr><center>${server}</center>\r\n</body>\r\n</html>\r\n`

test.for<readonly [string, string, string]>([
  ['web', '/nope', page('404 Not Found', 'nginx/1.25.5')],
  ['web', '/nope/', page('404 Not Found', 'nginx/1.25.5')],
  ['empty', '/', page('403 Forbidden', 'nginx/1.29.4')],
  ['empty', '/index.html', page('404 Not Found', 'nginx/1.29.4')],
])('%s %s', async ([pod, path, expected]) => {
  const { stdout } = await cli.run(`exec ${pod} -- curl -s http://localhost${path}`)

  expect(stdout).toBe(expected)
})

test('what is no GET of a file is not allowed', async () => {
  const { stdout } = await cli.run('exec web -- curl -s -X POST http://localhost/')

  expect(stdout).toBe(page('405 Not Allowed', 'nginx/1.25.5'))
})
