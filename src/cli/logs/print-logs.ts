import type { LogLine } from '../../api/behaviour.ts'
import type { Kubelet } from '../../api/kubelet.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { bareMessage } from '../program/failure.ts'
import type { Context } from '../verb.ts'
import type { LogsOptions } from './flags.ts'
import { looks } from './looks.ts'
import type { LogSource } from './sources.ts'

/** Prints what one container has printed, and with -f what it prints until it ends. */
export const printLog = async (
  source: LogSource,
  options: LogsOptions,
  { context, kubelet }: { readonly context: Context; readonly kubelet: Kubelet },
): Promise<void> => {
  const { io, client, world } = context
  const { pod, container } = source
  const { namespace = '', name = '' } = pod.metadata
  const { flags } = options
  const print = linePrinter(source, options, io.out.write)
  const read = () => kubelet.log({ namespace, pod: name, container, previous: flags.previous })
  try {
    const now = await client.now()
    let printed = await read()
    for (const line of wanted(printed, options, now)) print(line)
    if (!flags.follow) return
    const watched = { namespace, fieldSelector: `metadata.name=${name}` }
    for await (const event of looks(client.watch(resourceOfKind('Pod'), watched), world)) {
      if (event?.type === 'DELETED') return
      const lines = await read()
      for (const line of lines.slice(printed.length)) print(line)
      printed = lines
      if (event && !isRunning(event.object, container)) return
    }
  } catch (error) {
    if (!flags.ignoreErrors) throw error
    io.out.write(`error: ${bareMessage(error)}\n`)
  }
}

const wanted = (
  lines: readonly LogLine[],
  { flags: { since, sinceTime }, tail }: LogsOptions,
  now: number,
): readonly LogLine[] => {
  const from = sinceTime ? Date.parse(sinceTime) : since > 0 ? now - Math.round(since / 1000) * 1000 : undefined
  const recent = from === undefined ? lines : lines.filter(({ time }) => time >= from)
  return tail < 0 ? recent : tail === 0 ? [] : recent.slice(-tail)
}

/** Writes lines as the flags want them, and none beyond the limit of bytes. */
const linePrinter = (
  { pod, container }: LogSource,
  { flags, prefix }: LogsOptions,
  write: (text: string) => void,
): ((line: LogLine) => void) => {
  const head = prefix ? `[pod/${pod.metadata.name}/${container}] ` : ''
  let left = flags.limitBytes || Number.POSITIVE_INFINITY
  return ({ time, text }) => {
    const line = Buffer.from(
      `${flags.timestamps ? `${new Date(time).toISOString().replace('Z', '000000Z')} ` : ''}${text}\n`,
    )
    const shown = line.subarray(0, Math.min(left, line.length))
    left -= shown.length
    if (shown.length > 0) write(`${head}${shown.toString()}`)
  }
}

interface Statuses {
  readonly status?: {
    readonly containerStatuses?: readonly { readonly name: string; readonly state?: { readonly running?: object } }[]
  }
}

const isRunning = (pod: object, container: string): boolean =>
  (pod as Statuses).status?.containerStatuses?.find(({ name }) => name === container)?.state?.running !== undefined
