import { createNetwork } from '../../network/network.ts'
import { outsideOf } from '../outside.ts'
import type { ToolWorld } from '../tool.ts'
import type { Finding, WhyContext } from './check.ts'
import { checks } from './index.ts'

/** A finding, with the name of the check that found it. */
export interface NamedFinding extends Finding {
  readonly check: string
}

export type Asking = Omit<WhyContext, 'network' | 'world'> & { readonly world: ToolWorld }

/** Everything that is wrong with what is asked about; nothing for what is healthy. */
export const why = async (asking: Asking): Promise<readonly NamedFinding[]> => {
  const { view, world } = asking
  const { clock, random } = world
  const network = createNetwork({ view, revision: () => 0, clock, random, outside: outsideOf(view).at })
  const context: WhyContext = { ...asking, network }
  const found: NamedFinding[] = []
  for (const check of checks.filter(({ applies }) => applies(asking.target))) {
    const findings = await check.find(context)
    found.push(...findings.map(finding => ({ check: check.name, ...finding })))
  }
  return found
}
