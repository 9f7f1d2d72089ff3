import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { bySubnet } from '../loadbalance/by-subnet.ts'
import { type Arrange, shuffledSections } from '../loadbalance/shuffle.ts'
import { weighted } from '../loadbalance/weighted.ts'
import type { Query } from '../message.ts'
import { isCidr } from '../networks.ts'
import { CorefileError, type Directive, definePlugin, type PluginContext } from '../plugin.ts'

/** Puts the addresses of an answer in another order, so that clients which take the first one spread out. */
export const loadbalance = definePlugin({
  name: 'loadbalance',

  setup(directive, context) {
    const arrange = policyOf(directive, context)
    const subnets = directive.body.filter(({ name }) => name === 'prefer').flatMap(subnetsOf)

    return next => query => after(next(query), reply => balanced(query, reply, { arrange, subnets }))
  },
})

const balanced = (
  query: Query,
  reply: Answer,
  { arrange, subnets }: { readonly arrange: Arrange; readonly subnets: readonly string[] },
): Answer => {
  const { written, rcode, answers, authority, additional } = reply
  if (!written || rcode !== 'NOERROR' || query.question.type === 'AXFR' || query.question.type === 'IXFR') return reply
  if (answers.length < 2 && authority.length < 2 && additional.length < 2) return reply
  const sections = arrange({ answers, authority, additional }, query)
  if (subnets.length === 0) return { ...reply, ...sections }
  return {
    ...reply,
    ...sections,
    answers: bySubnet(sections.answers, subnets),
    additional: bySubnet(sections.additional, subnets),
  }
}

const policyOf = (directive: Directive, { random, env }: PluginContext): Arrange => {
  const [policy = 'round_robin', path, ...rest] = directive.args
  const foreign = directive.body.find(({ name }) => name !== 'prefer' && !(policy === 'weighted' && name === 'reload'))
  switch (policy) {
    case 'round_robin':
      if (path !== undefined) throw new CorefileError(directive, `unknown property for ${policy}`)
      if (foreign) throw new CorefileError(foreign, `unknown property '${foreign.name}'`)
      return sections => shuffledSections(sections, random)
    case 'weighted':
      if (path === undefined) throw new CorefileError(directive, 'missing weight file argument')
      if (rest.length > 0) throw new CorefileError(directive, 'unexpected argument(s)')
      if (foreign) throw new CorefileError(foreign, `unknown property '${foreign.name}'`)
      return weighted({ path, text: () => env.readFile?.(path), random })
  }
  throw new Error(`unknown policy: ${policy}`)
}

const subnetsOf = (line: Directive): readonly string[] => {
  const wrong = line.args.find(text => !isCidr(text))
  if (wrong !== undefined) throw new CorefileError(line, `invalid CIDR "${wrong}": invalid CIDR address: ${wrong}`)
  return line.args
}
