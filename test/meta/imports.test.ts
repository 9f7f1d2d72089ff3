import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

/** Who may import whom, folder by folder of src. What is not named here may not be imported. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  util: [],
  api: ['util'],
  store: ['util'],
  apiserver: ['api', 'store', 'util'],
  controllers: ['api', 'images', 'util'],
  images: ['api', 'util'],
  network: ['api', 'images', 'util'],
  dns: ['api', 'util'],
  tools: ['api', 'dns', 'network', 'util'],
  pod: ['api', 'dns', 'images', 'network', 'tools', 'util'],
  printers: ['api', 'util'],
  cli: ['api', 'pod', 'printers', 'tools', 'util'],
  http: ['api', 'printers', 'util'],
  shell: ['cli', 'tools', 'api', 'util'],
  cluster: ['api', 'apiserver', 'controllers', 'dns', 'images', 'network', 'pod', 'store', 'tools', 'util'],
  host: [
    'api',
    'apiserver',
    'cli',
    'cluster',
    'dns',
    'http',
    'images',
    'network',
    'pod',
    'shell',
    'store',
    'tools',
    'util',
  ],
  'main.ts': ['cli', 'host', 'util'],
}

/** Packages, and the parts of Node that touch the machine, have one folder that knows them. */
const importers: Readonly<Record<string, readonly string[]>> = {
  commander: ['src/cli/'],
  yaml: ['src/util/yaml/'],
  chalk: ['src/cli/'],
  'cli-table3': ['src/cli/', 'src/tools/'],
  'jsonpath-plus': ['src/printers/jsonpath/'],
  'ipaddr.js': ['src/util/ip.ts'],
  'dns-packet': ['src/dns/wire/'],
  'env-paths': ['src/host/'],
  'just-bash/browser': ['src/pod/'],
  'shell-quote': ['src/shell/', 'src/cli/'],
  'node:fs': ['src/host/', 'src/main.ts', 'src/util/files.ts'],
  'node:child_process': ['src/host/'],
  'node:tty': ['src/main.ts', 'src/host/'],
}

const files = sourceFiles('src')
const roomOf = (path: string): string => path.split('/')[1] ?? ''

describe('imports', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(100)
  })

  test('go only where the table allows', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(name => name.startsWith('src/'))
        .filter(name => roomOf(name) !== roomOf(path) && !allowed[roomOf(path)]?.includes(roomOf(name)))
        .map(name => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('of packages are made in one place each', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(name => importers[name] && !importers[name].some(place => path.startsWith(place)))
        .map(name => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('form no cycle between files', () => {
    expect(cycles()).toEqual([])
  })
})

/** The first cycle found from each file, types included: a cycle of types is one for the reader. */
const cycles = (): string[] => {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.filter(name => name.startsWith('src/'))]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
    if (done.has(path) || trail.includes(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return found
}
