/** The numbers of a list of ranges: `0-2,4` is 0, 1, 2, 4. */
export const readRanges = (text: string): number[] =>
  text.split(',').flatMap(range => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? []
    if (first === undefined) return []
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index)
  })

/** Numbers as a list of ranges, the shortest that there is. */
export const printRanges = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const number of numbers.filter(one => one >= 0).toSorted((left, right) => left - right)) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 >= number) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([first, last]) => (last > first ? `${first}-${last}` : `${first}`)).join(',')
}
