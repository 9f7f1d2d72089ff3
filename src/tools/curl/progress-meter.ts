import type { Output } from '../tool.ts'

/** How far a transfer is. */
export interface Progress {
  /** Bytes, the whole of the reply as its head says it. */
  readonly expected: number
  readonly received: number
  readonly sent: number
  /** Milliseconds. */
  readonly elapsed: number
}

/** What shows how a transfer goes. */
export interface Meter {
  start(): unknown
  /** Shows how it ended. */
  end(progress: Progress): unknown
}

export const noMeter: Meter = { start: () => undefined, end: () => undefined }

/** The columns that curl shows while it saves to a file, as they stand at the beginning and in the end. */
export const progressMeter = ({ write }: Output): Meter => ({
  start: () => write(`${heading.join('\n')}\n\r${row(nothing)}`),
  end: progress => write(`\r${row(progress)}\n`),
})

/** The bar of -#. */
export const progressBar = ({ write }: Output): Meter => ({
  start: () => undefined,
  end: ({ expected, received }) => write(received > 0 && received === expected ? `\r${'#'.repeat(72)} 100.0%\n` : '\n'),
})

const heading = [
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
  '                                 Dload  Upload   Total   Spent    Left  Speed',
]

const nothing: Progress = { expected: 0, received: 0, sent: 0, elapsed: 0 }

const row = ({ expected, received, sent, elapsed }: Progress): string => {
  const speed = (bytes: number): number => Math.round(bytes / Math.max(elapsed / 1000, 0.001))
  const spent = Math.floor(elapsed / 1000)
  const whole = received > 0 ? Math.floor(expected / Math.max(1, speed(received))) : 0
  const shares = [
    `${percent(received + sent, expected + sent)} ${short(expected + sent)}`,
    `${percent(received, expected)} ${short(received)}`,
    `${percent(sent, sent)} ${short(sent)}`,
  ]
  const speeds = `${short(speed(received))}  ${short(speed(sent))}`
  const times = [whole, spent, whole - spent].map(clockTime).join(' ')
  return `${shares.join('  ')}  ${speeds} ${times} ${short(speed(received + sent))}`
}

const percent = (done: number, all: number): string =>
  String(all === 0 ? 0 : Math.floor((100 * done) / all)).padStart(3)

const [kilo, mega] = [1024, 1024 * 1024]

/** A count of bytes in five places. */
const short = (bytes: number): string => {
  if (bytes < 100_000) return String(bytes).padStart(5)
  if (bytes < 10_000 * kilo) return `${Math.floor(bytes / kilo)}k`.padStart(5)
  if (bytes >= 100 * mega) return `${Math.floor(bytes / mega)}M`.padStart(5)
  return `${Math.floor(bytes / mega)}.${Math.floor((bytes % mega) / (mega / 10))}M`.padStart(5)
}

const clockTime = (seconds: number): string => {
  if (seconds <= 0) return '--:--:--'
  const two = (count: number): string => String(count).padStart(2, '0')
  return `${String(Math.floor(seconds / 3600)).padStart(2)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
