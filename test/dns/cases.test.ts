import { describe, expect, test } from 'vitest'
import { aliasesFirst, dnsGroups, normalCase, normalReply, queryOf, serverOf } from '../support/dns/dns-cases.ts'

describe.for(dnsGroups().map(group => ({ name: group.name, group })))('recorded group $name', ({ group }) => {
  test.for(group.cases.map(example => ({ name: `${example.qname} ${example.qtype}`, example })))(
    '$name',
    async ({ example }) => {
      const reply = await serverOf(group).answer(queryOf(group, example))

      expect(normalReply(reply, example)).toEqual(normalCase(example))
      expect(aliasesFirst(reply)).toBe(true)
    },
  )
})
