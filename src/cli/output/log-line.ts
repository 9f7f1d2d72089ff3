/**
 * A warning as kubectl's own log has it: a letter, the date and time of day, a process, where in kubectl it is said.
 * `now` is in milliseconds.
 */
export const logWarning = (place: string, text: string, now: number): string => {
  const time = new Date(now).toISOString()
  return `W${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 23)}000       1 ${place}] ${text}\n`
}
