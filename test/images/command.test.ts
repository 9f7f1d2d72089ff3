import { expect, test } from 'vitest'
import { runOf } from '../../src/images/command.ts'

const run = (seconds: number, exitCode = 0) => ({ runsFor: seconds * 1000, exitCode })
const endless = { exitCode: 0 }

test.for([
  { command: ['sleep', '1d'], expected: run(86_400) },
  { command: ['/bin/sleep', '1.5', '2m'], expected: run(121.5) },
  { command: ['sleep', 'infinity'], expected: endless },
  { command: ['true'], expected: run(0) },
  { command: ['false'], expected: run(0, 1) },
  { command: ['sh', '-c', 'exit 3'], expected: run(0, 3) },
  { command: ['sh', '-c', 'date; sleep 5'], expected: run(5) },
  { command: ['/bin/sh', '-ec', 'false || echo no'], expected: run(0) },
  { command: ['sh', '-c', 'false && sleep 9'], expected: run(0, 1) },
  { command: ['sh', '-c', 'echo "a; b" > /tmp/x; sleep 2; exit 1'], expected: run(2, 1) },
  { command: ['bash', '-c', 'while true; do date; sleep 1; done'], expected: endless },
  { command: ['sh', '-c', 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600'], expected: run(630) },
  { command: ['sh', '-c', 'env | grep A | tail -f /dev/null'], expected: endless },
  { command: ['sh', '-c', 'exec sleep 7'], expected: run(7) },
  { command: ['sh'], expected: run(0) },
  { command: ['tail', '-f', '/dev/null'], expected: endless },
  { command: ['nginx', '-g', 'daemon off;'], expected: undefined },
  { command: ['sh', '-c', 'nginx && sleep 1'], expected: undefined },
  { command: ['sh', '/start.sh'], expected: undefined },
])('$command', ({ command, expected }) => {
  expect(runOf(command)).toEqual(expected)
})
