import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

// Package managers where nobody answers for names.
let cli: Cli
beforeAll(async () => {
  cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
  await cli.run('clock freeze')
  await cli.run('run alpine --image=alpine:3.22 -- sleep 9999')
  await cli.run('run ubuntu --image=debian:12 -- sleep 9999')
  await cli.run('scale deploy coredns -n kube-system --replicas=0')
  await cli.run('clock advance 1m')
})
afterAll(() => cli.remove())

const ended = (code: number): string => (code === 0 ? '' : `command terminated with exit code ${code}\n`)

test.for<readonly [string, RegExp, string, number]>([
  [
    'alpine -- apk add curl',
    /^fetch https:\/\/dl-cdn\.alpinelinux\.org\/alpine\/v3\.22\/main\/x86_64\/APKINDEX\.tar\.gz\n/,
    'ERROR: unable to select packages:\n  curl (no such package):\n    required by: world[curl]\n',
    1,
  ],
  ['alpine -- apk update', /\n2 unavailable, 0 stale; \d+ distinct/, 'temporary error (try again later)\n', 2],
  [
    'ubuntu -- apt-get update',
    /^Ign:1 .*\nErr:1 http:\/\/deb\.debian\.org\/debian bookworm InRelease\n {2}Temporary failure resolving 'deb\.debian\.org'\n/s,
    'W: Some index files failed to download. They have been ignored, or old ones used instead.\n',
    0,
  ],
  ['ubuntu -- apt-get install -y curl', /^Reading package lists/, 'E: Unable to locate package curl\n', 100],
])('%s', async ([words, stdout, stderr, code]) => {
  const done = await cli.run(`exec ${words}`)

  expect(done.stdout).toMatch(stdout)
  expect(done.stderr.endsWith(stderr + ended(code))).toBe(true)
  expect(done.code).toBe(code)
})
