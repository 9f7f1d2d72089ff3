import { expect, test } from 'vitest'
import { certainRun } from '../../src/images/certain-run.ts'

const sh = (line: string): readonly string[] => ['sh', '-c', line]

test.for<readonly [string, readonly string[], { runsFor?: number; exitCode: number } | undefined]>([
  ['a wait', ['sleep', '5'], { runsFor: 5000, exitCode: 0 }],
  ['a line of such', sh('echo a; sleep 2; exit 3'), { runsFor: 2000, exitCode: 3 }],
  ['a loop without end', sh('while true; do curl web; sleep 1; done'), { exitCode: 0 }],
  ['a loop that leaves files', sh('while true; do date >> /log/f; sleep 1; done'), undefined],
  ['a loop that may be left', sh('while true; do curl web && break; sleep 1; done'), undefined],
  ['a file that is written', sh('echo a > /tmp/f; sleep 2'), undefined],
  ['a look at a file', ['cat', '/etc/nope'], undefined],
  ['a code that a variable has', sh('exit $CODE'), undefined],
  ['a substitution', sh('echo $(cat /x)'), undefined],
  ['a program of the network', ['nslookup', 'web'], undefined],
])('%s', ([, command, expected]) => {
  const run = certainRun(command)
  expect(run && { exitCode: run.exitCode, ...(run.runsFor === undefined ? {} : { runsFor: run.runsFor }) }).toEqual(
    expected,
  )
})
