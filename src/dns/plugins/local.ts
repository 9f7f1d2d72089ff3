import { authoritative } from '../answer.ts'
import type { ResourceRecord } from '../message.ts'
import { definePlugin } from '../plugin.ts'
import { record } from '../records.ts'
import { accept } from './accepted.ts'

// A week.
const ttl = 604_800
const zones = ['localhost.', '0.in-addr.arpa.', '127.in-addr.arpa.', '255.in-addr.arpa.']
const addresses: Readonly<Record<string, string>> = { A: '127.0.0.1', AAAA: '::1' }

/** Answers for names that mean the asker's own machine, so that they do not go out to the world (RFC 6303). */
export const local = definePlugin({
  name: 'local',

  setup(directive) {
    accept(directive, { most: 0 })
    return next => query => {
      const { name, type } = query.question
      const lower = name.toLowerCase()
      const zone = zones.find(origin => lower === origin || lower.endsWith(`.${origin}`))
      if (!zone && !lower.startsWith('localhost.')) return next(query)
      const answers = answersOf(lower, zone, type).map(([kind, data]) => record(name, ttl, kind, data))
      return authoritative({ answers, authority: answers.length > 0 ? [] : [startOf(zone ?? name)] })
    }
  },
})

const answersOf = (name: string, zone: string | undefined, type: string): readonly (readonly [string, string])[] => {
  const address = name.startsWith('localhost.') ? addresses[type] : undefined
  if (address) return [[type, address]]
  if (type === 'PTR' && name === '1.0.0.127.in-addr.arpa.') return [['PTR', 'localhost.']]
  return type === 'NS' && name === zone ? [['NS', 'localhost.']] : []
}

const startOf = (origin: string): ResourceRecord => record(origin, ttl, 'SOA', 'localhost. root.localhost. 1 0 0 0 0')
