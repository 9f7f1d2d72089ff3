/**
 * How many times more work `run` has with what is sixteen times as long: 16 or so where it is linear, 256 where it is
 * quadratic. It counts the processor's time of this process, at least a millisecond, and the best of several turns, so
 * that neither a busy machine nor a cold start nor a collection of garbage counts.
 */
export const growthOf = async (run: (size: number) => unknown, size: number): Promise<number> => {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let turn = 0; turn < 3; turn += 1) {
    for (const [index, length] of [size, 16 * size].entries()) {
      const start = process.cpuUsage()
      await run(length)
      const { user, system } = process.cpuUsage(start)
      best[index] = Math.min(best[index] ?? 0, Math.max(user + system, 1000))
    }
  }
  return (best[1] ?? 0) / (best[0] ?? 0)
}

/** What no linear run reaches and every quadratic one exceeds. */
export const linear = 80
