import type { Pod } from '../../api/generated/types.ts'
import { createNetwork } from '../../network/network.ts'
import type { HttpUrl } from '../http/url.ts'
import { outsideOf } from '../outside.ts'
import type { NamedFinding, WhyContext } from './check.ts'
import { targetOf } from './find-target.ts'
import { checks } from './index.ts'

export type Asking = Omit<WhyContext, 'network' | 'found' | 'follow'>

/** Everything that is wrong with what is asked about; nothing for what is healthy. */
export const why = (asking: Asking): Promise<readonly NamedFinding[]> =>
  examine(asking, (url, pod) => followed(url, pod, asking))

const examine = async (asking: Asking, follow: WhyContext['follow']): Promise<readonly NamedFinding[]> => {
  const { view, world } = asking
  const { clock, random } = world
  const network = createNetwork({ view, revision: () => 0, clock, random, outside: outsideOf(view).at })
  let found: readonly NamedFinding[] = []
  for (const check of checks.filter(({ applies }) => applies(asking.target))) {
    const findings = await check.find({ ...asking, network, follow, found })
    found = [...found, ...findings.map(finding => ({ check: check.name, ...finding }))]
  }
  return found
}

/** What a pod asks somebody else is followed once: whom that one asks is another matter. */
const followed = async (url: HttpUrl, pod: Pod, asking: Asking): Promise<readonly NamedFinding[]> => {
  const { name, namespace = '' } = pod.metadata
  const around = { view: asking.view, settings: asking.settings, namespace }
  const target = targetOf({ ask: 'url', url }, around)
  if (!target) return []
  const from = `pod/${name}`
  const world = await asking.at(from, namespace)
  return examine({ ...asking, target, namespace, world, from }, async () => [])
}
