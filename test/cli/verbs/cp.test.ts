import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: default}
data: {mode: dark}
---
apiVersion: v1
kind: Pod
metadata: {name: box, namespace: default}
spec:
  containers:
  - {name: c, image: busybox, command: [sleep, '9999'], volumeMounts: [{name: conf, mountPath: /conf}]}
  volumes: [{name: conf, configMap: {name: settings}}]
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default}
spec: {containers: [{name: c, image: nginx}]}
---
apiVersion: v1
kind: Pod
metadata: {name: sealed, namespace: default}
spec: {containers: [{name: c, image: coredns/coredns}]}
`

let cli: Cli
beforeAll(async () => {
  cli = aCli({ files: { 'page.html': '<p>\u00e9</p>\n', 'site/index.html': 'top\n', 'site/deep/a.txt': 'a\n' } })
  await cli.create(manifest)
})
afterAll(() => cli.remove())

const read = (path: string): string => readFileSync(join(cli.folder, path), 'utf8')
const silent = { stdout: '', stderr: '', code: 0 }

describe('kubectl cp', () => {
  test('brings a file into a folder that is there, or under a name', async () => {
    expect(await cli.run('cp page.html box:/tmp')).toEqual(silent)
    expect(await cli.run('cp page.html default/box:/tmp/other.html')).toEqual(silent)
    expect((await cli.run('exec box -- cat /tmp/page.html /tmp/other.html')).stdout).toBe(
      '<p>\u00e9</p>\n<p>\u00e9</p>\n',
    )
  })

  test('brings a folder with all that is in it', async () => {
    expect(await cli.run('cp site box:/tmp/site')).toEqual(silent)
    expect((await cli.run('exec box -- find /tmp/site -type f')).stdout).toBe(
      '/tmp/site/deep/a.txt\n/tmp/site/index.html\n',
    )
  })

  test('fetches a file, and says what tar says', async () => {
    const removing = "tar: Removing leading `/' from member names\n"

    expect(await cli.run('cp web:/etc/hostname name.txt')).toEqual({ ...silent, stdout: removing })
    expect(read('name.txt')).toBe('web\n')
    expect(await cli.run('cp web:etc/hostname again.txt')).toEqual(silent)
    expect(read('again.txt')).toBe('web\n')
  })

  test('fetches a folder without the links in it', async () => {
    const { stderr } = await cli.run('cp box:/conf conf')

    expect(stderr).toContain('warning: skipping symlink: "conf/..data"')
    expect(stderr).toContain('consider using "kubectl exec -n "default" "box" -- tar cf - "/conf" | tar xf -"')
    expect(stderr.match(/warning/g)).toHaveLength(2)
    expect(existsSync(join(cli.folder, 'conf/mode'))).toBe(false)
  })

  test('gives back the bytes that it was given', async () => {
    await cli.run('cp page.html box:/tmp/x')
    await cli.run('cp box:/tmp/x back.html')

    expect(read('back.html')).toBe(read('page.html'))
  })

  test.for([
    ['what is not there', 'cp web:/nope nope', 'command terminated with exit code 2\n', 2],
    ['what is not there, in busybox', 'cp box:/nope nope', 'command terminated with exit code 1\n', 1],
    [
      'to where no folder is',
      'cp page.html box:/no/x',
      "tar: can't change directory to '/no': No such file or directory\ncommand terminated with exit code 1\n",
      1,
    ],
    [
      'to what is mounted read only',
      'cp page.html box:/conf/x',
      "tar: can't open 'x': Read-only file system\ncommand terminated with exit code 1\n",
      1,
    ],
    ['onto a folder of this machine', 'cp box:/etc/hosts site', 'error: open site: is a directory\n', 1],
  ] as const)('cannot copy %s', async ([, command, stderr, code]) => {
    expect(await cli.run(command)).toMatchObject({ stderr, code })
  })

  test('needs tar in the image', async () => {
    expect((await cli.run('cp page.html sealed:/tmp')).stderr).toContain(
      'exec: "tar": executable file not found in $PATH',
    )
  })
})
