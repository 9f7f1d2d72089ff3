import { expect, test } from 'vitest'
import { lastOf } from '../../support/session.ts'

const web = 'create deployment web --image=nginx:1.25'
const deprecated = 'Flag --record has been deprecated, --record will be removed in the future\n'
const cause = (kind: string): string =>
  `get ${kind} web -o 'jsonpath={.metadata.annotations.kubernetes\\.io/change-cause}'`

test.for([
  [
    'set image deployment/web nginx=nginx:1.26 --record',
    'kubectl set image deployment/web nginx=nginx:1.26 --record=true',
  ],
  [
    'scale -n default deploy web --replicas 2 --record=true',
    'kubectl scale deploy web --namespace=default --replicas=2 --record=true',
  ],
  ['label deploy web a=b --record', 'kubectl label deploy web a=b --record=true'],
  ['annotate deploy web a=b --record', 'kubectl annotate deploy web a=b --record=true'],
  [
    `patch deploy web -p '{"spec":{"paused":true}}' --record`,
    'kubectl patch deploy web --patch={"spec":{"paused":true}} --record=true',
  ],
])('%s is noted', async ([command = '', noted = '']) => {
  const commands = [web, command, cause('deploy')]
  expect((await lastOf(commands)).stdout).toBe(noted)
  expect((await lastOf([web, command])).stderr).toBe(deprecated)
})

test('expose --record is a note on the Service', async () => {
  expect((await lastOf([web, 'expose deploy web --port=80 --record', cause('svc')])).stdout).toBe(
    'kubectl expose deploy web --port=80 --record=true',
  )
})

test('rollout history shows what was recorded', async () => {
  const commands = [web, 'set image deploy/web nginx=nginx:1.26 --record', 'rollout history deploy/web']
  expect((await lastOf(commands)).stdout).toBe(
    'deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         <none>\n' +
      '2         kubectl set image deploy/web nginx=nginx:1.26 --record=true\n\n',
  )
})

test.for([
  ['set image deployment/web nginx=nginx:1.26 --record=false', deprecated],
  ['set env deployment/web A=1 --record', "error: unknown flag: --record\nSee 'kubectl set env --help' for usage.\n"],
])('%s notes nothing', async ([command = '', stderr = '']) => {
  expect((await lastOf([web, command])).stderr).toBe(stderr)
  expect((await lastOf([web, command, cause('deploy')])).stdout).toBe('')
})
