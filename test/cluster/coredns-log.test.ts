import { describe, expect, test } from 'vitest'
import { corednsLog } from '../../src/cluster/coredns-log.ts'
import { viewOf } from '../support/dns/fixture-view.ts'

const good = '.:53 {\n errors\n forward . 10.0.0.1\n}'
const broken = '.:53 {\n nonsense\n}'
const container = { name: 'coredns', image: 'registry.k8s.io/coredns/coredns:v1.14.2' }

const logOf = (current: string, formerCorefiles: readonly { until: number; text: string }[], started = 0) => {
  const metadata = { name: 'coredns', namespace: 'kube-system' }
  const view = {
    ...viewOf([{ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { Corefile: current } } as never]),
    formerCorefiles,
  }
  return corednsLog(view, container, started)
    .filter(({ text }) => !/SHA512|maxprocs|linux/.test(text))
    .map(({ time, text }) => `${time} ${text}`)
}

const reason = "/etc/coredns/Corefile:2 - Error during parsing: Unknown directive 'nonsense'"

describe('the log of CoreDNS', () => {
  test.for([
    { name: 'of a start', current: good, former: [], expected: ['0 .:53', '0 CoreDNS-1.14.7'] },
    {
      name: 'of a change that works',
      current: `${good}\n`,
      former: [{ until: 70, text: good }],
      expected: ['0 .:53', '0 CoreDNS-1.14.7', '70 [INFO] Reloading', '70 [INFO] Reloading complete'],
    },
    {
      name: 'of one that does not',
      current: broken,
      former: [{ until: 70, text: good }],
      expected: [
        '0 .:53',
        '0 CoreDNS-1.14.7',
        '70 [INFO] Reloading',
        `70 [ERROR] Restart failed: ${reason}`,
        `70 [ERROR] plugin/reload: Corefile changed but reload failed: ${reason}`,
      ],
    },
    {
      name: 'of one that is mended',
      current: good,
      former: [
        { until: 80, text: '.:53 {\n errors' },
        { until: 70, text: good },
      ],
      expected: [
        '0 .:53',
        '0 CoreDNS-1.14.7',
        "70 [WARNING] plugin/reload: Corefile parse failed: /etc/coredns/Corefile:2 - Syntax error: Unexpected token 'errors', expecting '}'",
        '80 [INFO] Reloading',
        '80 [INFO] Reloading complete',
      ],
    },
    {
      name: 'of a pod that is younger than the change',
      current: good,
      former: [{ until: 70, text: broken }],
      started: 90,
      expected: ['90 .:53', '90 CoreDNS-1.14.7'],
    },
  ])('$name', ({ current, former, started, expected }) => {
    expect(logOf(current, former, started)).toEqual(expected)
  })
})
