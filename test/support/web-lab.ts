import { bytesOf } from '../../src/api/conversation.ts'
import type { Kubelet } from '../../src/api/kubelet.ts'
import { clusterWorld } from '../../src/tools/cluster-world.ts'
import type { Run } from '../../src/tools/tool.ts'
import { seededRandom } from '../../src/util/random.ts'
import { aCluster, type TestCluster } from './cluster.ts'
import type { Ran } from './tool-world.ts'

const deployment = (name: string, image: string, port: number): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: name } },
  spec: { containers: [{ name: 'main', image, ports: [{ containerPort: port }] }] },
})

const service = (name: string, spec: object): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec,
})

/** A cluster with web servers behind Services, and programs that run in it. */
export interface WebLab {
  readonly cluster: TestCluster
  /** What programs wrote to files. */
  readonly files: Map<string, string>
  run(
    tool: Run,
    words: readonly string[],
    options?: { readonly from?: string; readonly kubelet?: Kubelet; readonly input?: string },
  ): Promise<Ran>
}

export const aWebLab = (): WebLab => {
  const cluster = aCluster()
  cluster.create(deployment('web', 'alicek106/rr-test:echo-hostname', 80))
  cluster.create(deployment('nginx', 'nginx:1.27', 80))
  cluster.create(deployment('redis', 'redis:7', 6379))
  cluster.create(service('web', { clusterIP: '10.96.7.1', selector: { app: 'web' }, ports: [{ port: 80 }] }))
  cluster.create(
    service('nginx', { clusterIP: '10.96.7.2', selector: { app: 'nginx' }, ports: [{ port: 8080, targetPort: 80 }] }),
  )
  cluster.create(service('redis', { clusterIP: '10.96.7.3', selector: { app: 'redis' }, ports: [{ port: 6379 }] }))
  cluster.create(service('empty', { clusterIP: '10.96.7.4', selector: { app: 'nobody' }, ports: [{ port: 80 }] }))
  cluster.create(service('outside', { type: 'ExternalName', externalName: 'example.com' }))
  cluster.pass(2000)
  const files = new Map<string, string>()
  return {
    cluster,
    files,
    async run(tool, words, { from = '', kubelet, input = '' } = {}) {
      let [stdout, stderr] = ['', '']
      const world = clusterWorld({
        cluster,
        clusterDomain: 'cluster.local',
        now: cluster.now,
        random: seededRandom(3),
        namespace: 'default',
        from,
        libc: 'glibc',
        out: { write: text => (stdout += text) },
        err: { write: text => (stderr += text) },
        files: { read: path => files.get(path) ?? '', write: (path, text) => files.set(path, text) },
        kubelet,
      })
      const code = await tool(words, { ...world, input: async () => bytesOf(input) })
      return { stdout, stderr, code, seconds: (world.clock.now() - cluster.now) / 1000 }
    },
  }
}
