import type { KubeObject } from '../../../api/meta.ts'
import { repeated } from '../../flags.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { backend, checkRule, ingressRules, ingressTls } from '../../generators/ingress-rules.ts'

interface IngressFlags {
  readonly class: string
  readonly rule: readonly string[]
  readonly defaultBackend: string
  readonly annotation: readonly string[]
}

export const ingress = defineGenerator({
  kind: 'Ingress',
  usage: 'NAME --rule=host/path=service:port[,tls[=secret]] ',
  description: `Make an Ingress: which host and path leads to which Service.

A path that ends in * takes all below it.`,
  examples: `# Requests for foo.com/bar go to port 8080 of my-svc
kubectl create ingress simple --rule="foo.com/bar=my-svc:8080,tls=my-cert"

# All paths of a host, and a class
kubectl create ingress all --class=nginx --rule="foo.com/*=my-svc:8080"

# What no rule matches
kubectl create ingress rest --default-backend=my-svc:80`,
  failure: 'failed to create ingress: ',
  declare(command) {
    command
      .option('--class <class>', 'The class of the Ingress.', '')
      .option('--rule <rule>', 'host/path=service:port[,tls[=secret]]; may be repeated.', repeated, [])
      .option('--default-backend <backend>', 'service:port for what no rule matches.', '')
      .option('--annotation <pair>', 'An annotation: KEY=VALUE; may be repeated.', repeated, [])
  },
  check({ defaultBackend, rule, annotation }: IngressFlags) {
    if (!defaultBackend && rule.length === 0) throw new Error(nothingGiven)
    for (const each of rule) checkRule(each)
    const wrong = annotation.find(pair => !pair.includes('='))
    if (wrong !== undefined) throw new Error(`annotation ${wrong} is invalid and should be in format key=[value]`)
    if (defaultBackend && defaultBackend.split(':').length !== 2) {
      throw new Error('default-backend should be in format servicename:serviceport')
    }
  },
  build({ name }, flags) {
    const pairs = flags.annotation.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
    const tls = ingressTls(flags.rule)
    return {
      kind: 'Ingress',
      apiVersion: 'networking.k8s.io/v1',
      metadata: { name, ...(pairs.length > 0 ? { annotations: Object.fromEntries(pairs) } : {}) },
      spec: {
        ...(flags.class ? { ingressClassName: flags.class } : {}),
        ...(flags.defaultBackend ? { defaultBackend: backend(flags.defaultBackend) } : {}),
        ...(tls.length > 0 ? { tls } : {}),
        ...(flags.rule.length > 0 ? { rules: ingressRules(flags.rule) } : {}),
      },
      status: { loadBalancer: {} },
    } as KubeObject
  },
})

const nothingGiven =
  'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) ' +
  'or a list of rules (which catch specific paths)'
