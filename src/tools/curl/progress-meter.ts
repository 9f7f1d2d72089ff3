import type { Transferred } from './transfer.ts'

const heading = [
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
  '                                 Dload  Upload   Total   Spent    Left  Speed',
]

/** The meter that curl shows while it saves to a file, as it stands in the end. */
export const progressMeter = ({ exchanges, elapsed }: Transferred): string => {
  const size = Buffer.byteLength(exchanges.at(-1)?.response.body ?? '')
  const start = row(0, 0, 0)
  const end = size > 0 ? row(size, 100, Math.round(size / Math.max(elapsed / 1000, 0.001))) : start
  return `${heading.join('\n')}\n\r${start}\r${end}\n`
}

const row = (size: number, percent: number, speed: number): string => {
  const [share, bytes] = [String(percent).padStart(3), String(size).padStart(5)]
  const rate = String(speed).padStart(6)
  return `${share} ${bytes}  ${share} ${bytes}    0     0 ${rate}      0 --:--:-- --:--:-- --:--:-- ${rate}`
}
