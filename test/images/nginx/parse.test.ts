import { describe, expect, test } from 'vitest'
import { parseConfiguration } from '../../../src/images/nginx/parse.ts'
import { locationFor, named, portsOf, serverFor } from '../../../src/images/nginx/servers.ts'

test('directives have words, lines and blocks', () => {
  const { directives, problem } = parseConfiguration(
    'server { # here\n  listen 80;\n  location = /a { return 200 "a; b}"; }\n}\n',
    'f',
  )
  const [server] = directives

  expect(problem).toBeUndefined()
  expect(named(server?.block ?? [], 'listen')).toMatchObject([{ words: ['80'], line: 2, file: 'f' }])
  expect(server?.block?.[1]).toMatchObject({ words: ['=', '/a'], block: [{ words: ['200', 'a; b}'], line: 3 }] })
})

test.for<readonly [string, string]>([
  ['listen 80', 'unexpected end of file, expecting ";" or "}" in f:1'],
  ['server {\n listen 80;\n', 'unexpected end of file, expecting "}" in f:3'],
  ['server {\n listen 80\n}\n', 'unexpected "}" in f:3'],
  ['}\n', 'unexpected "}" in f:1'],
  ['server {\n ;\n}', 'unexpected ";" in f:2'],
])('%j is wrong', ([text, problem]) => {
  expect(parseConfiguration(text, 'f').problem).toBe(problem)
})

const http = parseConfiguration(
  `server { listen 80 default_server; server_name a.example *.b.example;
     location / {} location /api/ {} location = /api/x {} location ~ \\.php$ {} location ^~ /api/static/ {} }
   server { listen 8080; listen [::]:8081; server_name c.example; }
   server { server_name d.example; }`,
  'f',
).directives

describe('servers', () => {
  test('listen at the ports that they name, or at 80', () => {
    expect(http.map(portsOf)).toEqual([[80], [8080, 8081], [80]])
  })

  test.for<readonly [number, string, number | undefined]>([
    [80, 'a.example', 0],
    [80, 'x.b.example', 0],
    [80, 'd.example', 2],
    [80, 'other', 0],
    [8081, 'other', 1],
    [9000, 'other', undefined],
  ])('at %i for %s', ([port, host, expected]) => {
    expect(serverFor(http, { port, host })).toBe(expected === undefined ? undefined : http[expected])
  })

  test.for<readonly [string, readonly string[]]>([
    ['/', ['/']],
    ['/api/y', ['/api/']],
    ['/api/x', ['=', '/api/x']],
    ['/api/a.php', ['~', '\\.php$']],
    ['/api/static/a.php', ['^~', '/api/static/']],
  ])('answer %s at a location', ([path, words]) => {
    const [server] = http
    expect(server && locationFor(server, path)?.words).toEqual(words)
  })
})
