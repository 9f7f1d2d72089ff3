const most = 3

/** `a,b,c + 2 more...`: what kubectl shows of a long list in one cell. */
export const firstThree = (items: readonly (string | number)[]): string => {
  const shown = items.slice(0, most).join(',')
  return items.length > most ? `${shown} + ${items.length - most} more...` : shown
}
