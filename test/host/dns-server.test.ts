import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askOverUdp } from '../support/dns/ask-udp.ts'
import { answerLines, aQuery } from '../support/dns/dns-world.ts'
import { aCli, type Cli } from '../support/run-cli.ts'

let cli: Cli
let stop: () => void = () => {}
beforeEach(() => {
  cli = aCli()
})
afterEach(() => {
  stop()
  cli.remove()
})

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const served = async (): Promise<number> => {
  const port = await freePort()
  const interrupted = new Promise<void>(resolve => {
    stop = resolve
  })
  void cli.run(`dns serve --port=${port}`, { world: { interrupted: () => interrupted } })
  await expect.poll(() => askOverUdp(port, aQuery('a.test.'), 200), { timeout: 10_000 }).toBeDefined()
  return port
}

const asked = async (port: number, name: string): Promise<readonly string[]> => {
  const { rcode, answers } = await askOverUdp(port, aQuery(name))
  return rcode === 'NOERROR' ? answerLines({ answers }) : [rcode]
}

test('an answer shows what the command before it has done', async () => {
  await cli.run('get nodes')
  const port = await served()
  for (let turn = 0; turn < 5; turn++) {
    const name = `web-${turn}.default.svc.cluster.local.`
    await cli.run(`create service clusterip web-${turn} --tcp=80 --clusterip=10.96.9.${turn + 1}`)
    expect(await asked(port, name)).toEqual([`${name} 30 A 10.96.9.${turn + 1}`])
    await cli.run(`delete service web-${turn}`)
    expect(await asked(port, name)).toEqual(['NXDOMAIN'])
  }
})

test('a change of the Corefile takes effect, a broken one does not', async () => {
  await cli.run('get nodes')
  const port = await served()
  const corefile = async (text: string): Promise<void> => {
    const patch = JSON.stringify({ data: { Corefile: text } })
    await cli.run(['patch', 'configmap', 'coredns', '-n', 'kube-system', '-p', patch])
  }
  expect(await asked(port, 'a.test.')).toEqual(['NXDOMAIN'])
  await corefile('.:53 {\n hosts {\n  10.0.0.9 a.test\n }\n}')
  expect(await asked(port, 'a.test.')).toEqual(['a.test. 3600 A 10.0.0.9'])
  await corefile('.:53 {\n nonsense\n}')
  expect(await asked(port, 'a.test.')).toEqual(['a.test. 3600 A 10.0.0.9'])

  const { stdout } = await cli.run('logs -n kube-system -l k8s-app=kube-dns --tail=-1')
  const reason = "/etc/coredns/Corefile:2 - Error during parsing: Unknown directive 'nonsense'"
  const lines = ['[INFO] Reloading complete', '[INFO] Reloading', `[ERROR] Restart failed: ${reason}`]
  const last = `[ERROR] plugin/reload: Corefile changed but reload failed: ${reason}`
  expect(stdout.split('\n').filter(line => line === last)).toHaveLength(2)
  expect(stdout).toContain([...lines, last].join('\n'))
  expect((await cli.run('nslookup a.test')).stdout).toContain('Address 1: 10.0.0.9')
})

test('what the plugin log writes is in the log of the pod', async () => {
  await cli.run('get nodes')
  const corefile = JSON.stringify({ data: { Corefile: '.:53 {\n log\n hosts {\n  10.0.0.9 a.test\n }\n}' } })
  await cli.run(['patch', 'configmap', 'coredns', '-n', 'kube-system', '-p', corefile])
  await cli.run('dig a.test')
  const port = await served()
  await asked(port, 'a.test.')
  const queries = async (): Promise<readonly string[]> => {
    const { stdout } = await cli.run('logs -n kube-system -l k8s-app=kube-dns --tail=-1')
    return stdout.split('\n').filter(line => line.includes(' "A IN a.test. udp '))
  }

  await expect
    .poll(queries)
    .toEqual([
      expect.stringMatching(
        /^\[INFO\] 10\.244\.\d+\.\d+:\d+ - \d+ "A IN a\.test\. udp 47 false 1232" NOERROR qr,aa,rd 46 /,
      ),
      expect.stringMatching(/^\[INFO\] 127\.0\.0\.1:\d+ - \d+ "A IN a\.test\. udp 24 false 512" NOERROR qr,aa,rd 46 /),
      expect.stringMatching(/^\[INFO\] 127\.0\.0\.1:\d+ - \d+ "A IN a\.test\. udp 24 false 512" NOERROR qr,aa,rd 46 /),
    ])
})
