import { clusterWorld } from '../../src/tools/cluster-world.ts'
import { curl } from '../../src/tools/curl/curl.ts'
import { seededRandom } from '../../src/util/random.ts'
import type { From, NetworkLab } from './network-lab.ts'

/** What curl gets at a place: the status of the answer and its body, or 000. */
export const get = async (lab: NetworkLab, from: From, url: string): Promise<string> => {
  let text = ''
  const world = clusterWorld({
    cluster: lab,
    clusterDomain: 'cluster.local',
    now: lab.now,
    random: seededRandom(1),
    namespace: 'default',
    from,
    libc: 'glibc',
    out: { write: more => (text += more) },
    err: { write: () => undefined },
    files: { read: () => '', write: () => undefined },
  })
  await curl(['-s', '-m', '5', '-w', '\\n%{http_code}', url], world)
  const [, body = '', code = ''] = /^(.*)\n(\d+)$/s.exec(text) ?? []
  return `${code} ${body}`
}
