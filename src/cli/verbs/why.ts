import type { KubeObject } from '../../api/meta.ts'
import type { ClusterView } from '../../api/view.ts'
import { readUrl } from '../../tools/http/url.ts'
import type { Question } from '../../tools/why/find-target.ts'
import { liveObject } from '../selection/find-objects.ts'
import { findResource } from '../selection/resource-types.ts'
import { type NamedTarget, parseTargets } from '../selection/targets.ts'
import { type Context, defineVerb, Failure, UsageError } from '../verb.ts'
import { lookingCloser } from '../why/looking.ts'
import { toolWorldAt } from '../world/tool-world.ts'

interface WhyFlags {
  readonly from: string
  readonly output: string
  readonly realDns?: boolean
}

type Asked = { readonly object: NamedTarget } | { readonly host: string } | { readonly url: string }

export const why = defineVerb({
  usage: '(TYPE/NAME | NAME | URL) [--from=PLACE]',
  description: `Tell why something gets no traffic, does not answer or does not resolve: the cause, what shows it, and the command that mends it.

It takes a Service, a pod, Endpoints, an Ingress, what makes pods (Jobs among it), a NetworkPolicy, a claim, a node or a namespace; a name, as somebody in the namespace would ask for it; or a URL. Nothing is said of what is healthy. It ends with 0 whether it found something or not: scripts read -o json.`,
  examples: `# A Service without endpoints
kubesim why service/web

# Pods that do not come up
kubesim why deployment/web

# A name that does not resolve
kubesim why web.shop

# A request from the laptop
kubesim why http://172.18.0.3:30080/ --from laptop`,
  declare(command) {
    command.option('--from <place>', 'Who asks: pod/NAME, node/NAME or laptop; some pod of the namespace if unset.', '')
    command.option('--real-dns', "Ask this machine's own resolver for names of the Internet.")
    command.option('-o, --output <format>', 'json, or plain text if unset.', '')
  },
  complete(args, { from, output, realDns = false }: WhyFlags) {
    if (args.length === 0 || args.length > 2)
      throw new UsageError('one TYPE/NAME, NAME or URL is required', { hint: true })
    if (output !== '' && output !== 'json') throw new UsageError(`--output is json, not "${output}"`)
    return { asked: askedOf(args), from, output, realDns }
  },
  async run({ asked, from, output, realDns }, context) {
    const { view, settings, world, now } = await toolWorldAt(from, context, realDns)
    const question = await questionOf(asked, view, context)
    const { namespace, namespaceGiven, io } = context
    // A command of ours is run without this one's -n.
    const home = namespaceGiven ? '' : namespace
    const { targetOf } = await import('../../tools/why/find-target.ts')
    const target = targetOf(question, { view, settings, namespace })
    if (!target) throw new Failure('nothing is known of traffic to objects of this kind')
    const { why } = await import('../../tools/why/why.ts')
    const findings = await why({
      target,
      view,
      settings,
      namespace,
      home,
      from,
      world,
      now,
      ...lookingCloser(context, realDns),
    })
    if (output === 'json') return void io.out.write(`${JSON.stringify({ about: target.name, findings }, null, 4)}\n`)
    const { printFindings } = await import('../why/print-findings.ts')
    await printFindings(target.name, findings, io.out)
  },
})

const askedOf = (args: readonly string[]): Asked => {
  const [word = '', second] = args
  if (second !== undefined) {
    const [object] = parseTargets(args).objects
    if (!object) throw new UsageError('one object is required')
    return { object }
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return { url: word }
  const [type = '', name] = word.split('/')
  if (name && findResource(type)) {
    const [object] = parseTargets([word]).objects
    if (object) return { object }
  }
  return name !== undefined || /:\d+$/.test(word) ? { url: `http://${word}` } : { host: word }
}

const questionOf = async (asked: Asked, view: ClusterView, context: Context): Promise<Question> => {
  if ('object' in asked) {
    const { resource, name } = asked.object
    const namespace = resource.namespaced ? context.namespace : undefined
    // The view gives it without the warnings of an API request, which in turn has the words for what is missing.
    const object = view.get<KubeObject>(resource.kind, namespace, name)
    return { ask: 'object', object: object ?? (await liveObject({ resource, namespace, name }, context)) }
  }
  if ('host' in asked) return { ask: 'name', host: asked.host }
  const url = readUrl(asked.url)
  if (!url) throw new UsageError(`"${asked.url}" is not a URL`)
  return { ask: 'url', url }
}
