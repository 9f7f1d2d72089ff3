import { atoiOrName } from './ports.ts'

const ruleForm = /^[\w*\-.]*\/.*=[\w-]+:[\w-]+(,tls=?([\w-]+)?)?/

/** Refuses what is not `host/path=service:port[,tls[=secret]]`. */
export const checkRule = (rule: string): void => {
  if (!ruleForm.test(rule)) {
    throw new Error(`rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`)
  }
}

/** The backend that `service:port` means. */
export const backend = (text: string): object => {
  const [name = '', portText = ''] = text.split(':')
  const port = atoiOrName(portText)
  return { service: { name, port: typeof port === 'number' ? { number: port } : { name: port } } }
}

/** The rules of an Ingress, one for each host. */
export const ingressRules = (rules: readonly string[]): readonly object[] =>
  [...grouped(rules.map(rule => ({ key: hostOf(rule), value: pathOf(rule) })))].map(([host, paths]) => ({
    ...(host ? { host } : {}),
    http: { paths },
  }))

/** Which hosts have their certificate in which secret. A host counts once, where it comes first. */
export const ingressTls = (rules: readonly string[]): readonly object[] => {
  const secured = rules.filter(rule => rule.split(',').length === 2)
  const first = secured.filter((rule, index) => secured.findIndex(other => hostOf(other) === hostOf(rule)) === index)
  return [...grouped(first.map(rule => ({ key: secretOf(rule), value: hostOf(rule) })))].flatMap(
    ([secretName, all]) => {
      const hosts = all.filter(Boolean)
      if (hosts.length === 0 && !secretName) return []
      return [{ ...(hosts.length > 0 ? { hosts } : {}), ...(secretName ? { secretName } : {}) }]
    },
  )
}

const hostOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))
const secretOf = (rule: string): string => rule.split(',')[1]?.split('=')[1] ?? ''

const pathOf = (rule: string): object => {
  const [route = ''] = rule.split(',')
  const [text = '', service = ''] = route.slice(route.indexOf('/') + 1).split('=')
  const isPrefix = text.endsWith('*')
  const path = `/${isPrefix ? text.slice(0, -1) : text}`
  return { path, pathType: isPrefix ? 'Prefix' : 'Exact', backend: backend(service) }
}

const grouped = <T>(
  pairs: readonly { readonly key: string; readonly value: T }[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, readonly T[]>()
  for (const { key, value } of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
