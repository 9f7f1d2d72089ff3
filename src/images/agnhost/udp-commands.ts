import { bytesOf, type Heard, type Said, textOf } from '../../api/conversation.ts'
import { hostnameOf } from '../hostname.ts'
import type { Process } from '../running.ts'
import { printedByGo } from '../start-log.ts'

/** What netexec says to a packet: its name, what it was told to echo, who asks. Others get no answer. */
export const udpAnswer = (running: Process, { bytes, client = '' }: Heard, now: number): Said => {
  const text = textOf(bytes).trim().toLowerCase()
  const line = printedByGo(logged(text, client))(now)
  const said = answerTo(text, { client, running })
  return { taken: bytes.length, bytes: bytesOf(said ?? ''), lines: text === '' ? [] : [line] }
}

const echoed = (text: string): string | undefined => /^echo (.*)$/s.exec(text)?.[1]

const answerTo = (
  text: string,
  { client, running }: { readonly client: string; readonly running: Process },
): string | undefined => {
  if (text === 'hostname') return hostnameOf(running.pod)
  return text === 'clientip' ? client : echoed(text)
}

const logged = (text: string, client: string): string => {
  if (text === 'hostname') return 'Sending udp hostName response'
  if (text === 'clientip') return `Sending back clientip to ${client}`
  const echo = echoed(text)
  return echo === undefined
    ? `Unknown UDP command received from ${client}: ${text}`
    : `Echoing ${echo} to UDP client ${client}`
}
