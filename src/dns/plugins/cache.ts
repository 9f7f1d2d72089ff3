import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { classify, lifetime } from '../cache/classify.ts'
import { type CacheLimits, cacheOptions } from '../cache/options.ts'
import { answerStore, type CachedAnswer } from '../cache/store.ts'
import type { Query } from '../message.ts'
import { lower, matchZone } from '../names.ts'
import { definePlugin } from '../plugin.ts'
import { withTtl } from '../records.ts'

/** Keeps answers, and gives every record of an answer the lowest time to live in it, already on the first one. */
export const cache = definePlugin({
  name: 'cache',

  setup(directive, { zones, clock }) {
    const options = cacheOptions(directive, zones)
    const stores = { success: answerStore(options.success.capacity), denial: answerStore(options.denial.capacity) }

    const keep = (query: Query, reply: Answer): Answer => {
      if (!reply.written) return reply
      const kind = classify(reply, query.question)
      const half: 'success' | 'denial' = kind === 'denial' || kind === 'failure' ? 'denial' : 'success'
      const seconds = secondsFor(kind, reply, options[half], options.failureSeconds)
      const timed = timedReply(reply, seconds)
      const isExcepted = matchZone(options[half].except, query.question.name) !== undefined
      if (kind !== 'never' && seconds > 0 && !isExcepted) {
        stores[half].set(keyOf(query), { reply: timed, stored: clock.now(), seconds })
      }
      return withoutAd(query, timed)
    }

    const left = ({ stored, seconds }: CachedAnswer): number => seconds - Math.floor((clock.now() - stored) / 1000)
    const isThere = (item: CachedAnswer | undefined): boolean => item !== undefined && left(item) > -options.stale
    const lookUp = (query: Query): CachedAnswer | undefined => {
      const { name } = query.question
      if ([options.success, options.denial].every(({ except }) => matchZone(except, name))) return undefined
      const key = keyOf(query)
      return [stores.denial.get(key), stores.success.get(key)].find(isThere)
    }

    return next => query => {
      if (matchZone(options.zones, query.question.name) === undefined) return next(query)
      const item = lookUp(query)
      const seconds = item ? left(item) : 0
      if (item && seconds > 0) return cachedReply(query, item, options.keepTtl ? item.seconds : seconds)
      const fresh = after(next(query), found => {
        const reply = keep(query, found)
        return item && !isUsable(reply) ? cachedReply(query, item, 0) : reply
      })
      // The new answer is for the next one who asks.
      return item && !options.verifies ? after(fresh, () => cachedReply(query, item, 0)) : fresh
    }
  },
})

const isUsable = ({ written, rcode }: Answer): boolean => written && (rcode === 'NOERROR' || rcode === 'NXDOMAIN')

const secondsFor = (kind: string, reply: Answer, limits: CacheLimits, failureSeconds: number): number => {
  if (kind === 'failure') return failureSeconds
  const isError = reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN'
  return isError ? Math.min(Math.max(5, limits.least), limits.most) : lifetime(reply, limits)
}

const keyOf = ({ question, flags, edns }: Query): string =>
  `${edns?.dnssecOk ? 1 : 0}${flags.cd ? 1 : 0} ${question.type} ${question.class} ${lower(question.name)}`

const timedReply = (reply: Answer, ttl: number): Answer => {
  const answers = withTtl(reply.answers, ttl)
  const authority = withTtl(reply.authority, ttl)
  const additional = withTtl(reply.additional, ttl)
  const isSame = answers === reply.answers && authority === reply.authority && additional === reply.additional
  return isSame ? reply : { ...reply, answers, authority, additional }
}

const withoutAd = ({ flags, edns }: Query, reply: Answer): Answer =>
  reply.ad && !flags.ad && !edns?.dnssecOk ? { ...reply, ad: false } : reply

// A cached answer claims authority: some old stub resolvers throw away one that does not.
const cachedReply = (query: Query, { reply }: CachedAnswer, ttl: number): Answer =>
  withoutAd(query, { ...timedReply(reply, ttl), aa: true, tc: false, milliseconds: 0 })
