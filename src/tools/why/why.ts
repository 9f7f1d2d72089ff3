import { createNetwork } from '../../network/network.ts'
import { outsideOf } from '../outside.ts'
import type { NamedFinding, WhyContext } from './check.ts'
import { checks } from './index.ts'

export type Asking = Omit<WhyContext, 'network' | 'found'>

/** Everything that is wrong with what is asked about; nothing for what is healthy. */
export const why = async (asking: Asking): Promise<readonly NamedFinding[]> => {
  const { view, world } = asking
  const { clock, random } = world
  const network = createNetwork({ view, revision: () => 0, clock, random, outside: outsideOf(view).at })
  let found: readonly NamedFinding[] = []
  for (const check of checks.filter(({ applies }) => applies(asking.target))) {
    const findings = await check.find({ ...asking, network, found })
    found = [...found, ...findings.map(finding => ({ check: check.name, ...finding }))]
  }
  return found
}
