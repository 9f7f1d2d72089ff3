import type { Fault } from './faults.ts'

/** Why a pod goes to no node, in the scheduler's words: each reason with the number of nodes that it holds for. */
export const verdictOf = (faults: readonly Fault[]): string => {
  if (faults.length === 0) return 'no nodes available to schedule pods'
  const preemption = faults.map(({ helpsToEvict }) =>
    helpsToEvict ? 'No preemption victims found for incoming pod' : helpless,
  )
  return verdict(countUp(faults.flatMap(fault => fault.reasons)), preemption)
}

/** The same of what holds for every node, and is told once. */
export const refusal = (reason: string, nodes: number): string =>
  verdict(
    reason,
    Array.from({ length: nodes }, () => helpless),
  )

const helpless = 'Preemption is not helpful for scheduling'

const verdict = (reasons: string, preemption: readonly string[]): string => {
  const none = `0/${preemption.length} nodes are available`
  return `${none}: ${reasons}. no new claims to deallocate, preemption: ${none}: ${countUp(preemption)}.`
}

const countUp = (texts: readonly string[]): string => {
  const numbers = new Map<string, number>()
  for (const text of texts) numbers.set(text, (numbers.get(text) ?? 0) + 1)
  return [...numbers]
    .map(([text, number]) => `${number} ${text}`)
    .toSorted()
    .join(', ')
}
