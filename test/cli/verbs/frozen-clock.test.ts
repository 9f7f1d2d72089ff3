import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { aHome, type Home } from '../../support/kubesim.ts'
import { aCli, type Cli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: slow, namespace: default}
spec:
  replicas: 2
  selector: {matchLabels: {app: slow}}
  template:
    metadata: {labels: {app: slow}}
    spec:
      containers:
      - {name: c, image: nginx, readinessProbe: {httpGet: {port: 80}, initialDelaySeconds: 2}}
---
apiVersion: v1
kind: Pod
metadata: {name: short, namespace: default}
spec: {restartPolicy: Never, containers: [{name: c, image: busybox, command: [sleep, '2']}]}
`

let cli: Cli
afterEach(() => cli.remove())

const aLab = async (clock: string): Promise<void> => {
  cli = aCli()
  await cli.run(`clock ${clock}`)
  await cli.create(manifest)
}

const told = async (command: string): Promise<readonly [string, number]> => {
  const { stdout, stderr, code } = await cli.run(command)
  return [stdout + stderr, code]
}

describe.for(['freeze', 'follow'])('with clock %s', clock => {
  test.for([
    {
      command: 'wait --for=condition=Available deployment/slow --timeout=30s',
      text: 'deployment.apps/slow condition met\n',
      code: 0,
    },
    {
      command: 'wait --for=condition=Available deployment/slow --timeout=1s',
      text: 'error: timed out waiting for the condition on deployments/slow\n',
      code: 1,
    },
    {
      command: 'wait --for=jsonpath={.status.phase}=Succeeded pod/short --timeout=30s',
      text: 'pod/short condition met\n',
      code: 0,
    },
    {
      command: 'rollout status deployment/slow',
      text: [
        'Waiting for deployment "slow" rollout to finish: 0 of 2 updated replicas are available...\n',
        'deployment "slow" successfully rolled out\n',
      ].join(''),
      code: 0,
    },
    {
      command: 'rollout status deployment/slow --timeout=1s',
      text: [
        'Waiting for deployment "slow" rollout to finish: 0 of 2 updated replicas are available...\n',
        'error: timed out waiting for the condition\n',
      ].join(''),
      code: 1,
    },
    { command: 'logs -f short', text: '', code: 0 },
  ])('$command', { timeout: 30_000 }, async ({ command, text, code }) => {
    await aLab(clock)
    expect(await told(command)).toEqual([text, code])
  })
})

describe('a watch', () => {
  const lines = async (home: Home, clock: string, after: readonly string[]): Promise<readonly string[]> => {
    await home.run(['clock', clock])
    await home.run(['create', '-f', '-'], { stdin: manifest })
    const { child, ended } = home.start(['get', 'deployment', 'slow', '-w', '--no-headers'])
    await sleep(1500)
    if (after.length > 0) await home.run(after)
    await sleep(3000)
    child.kill('SIGINT')
    return (await ended).stdout
      .trimEnd()
      .split('\n')
      .map(line => line.replace(/ +\S+$/, ''))
  }

  test.for([
    { clock: 'freeze', after: ['clock', 'advance', '5s'] },
    { clock: 'follow', after: [] },
  ])('sees what time brings: $clock', { timeout: 60_000 }, async ({ clock, after }) => {
    cli = aCli()
    const home = aHome()
    const seen = await lines(home, clock, after)
    home.remove()
    expect(seen[0]).toBe('slow   0/2   2     0')
    expect(seen.at(-1)).toBe('slow   2/2   2     2')
  })
})
