import { compareUtf8 } from '../../util/compare.ts'
import { goSyntax, isMap } from '../../util/go-value.ts'
import { formatFloat, formatInt, formatString } from './format-scalar.ts'
import { pad, type Spec } from './spec.ts'
import { Int, kindOf, typeOf, valueText } from './values.ts'

/** A value as Go's fmt prints it by a verb; flags count for each number and text in a list or map. */
export const formatVerb = (value: unknown, given: Spec): string => {
  const spec = given.verb === 'v' ? { ...given, flags: given.flags.replace(/[+#]/g, '') } : given
  if (spec.verb === 'T') return formatString(kindOf(value) === 'invalid' ? '<nil>' : typeOf(value), asText(spec)) ?? ''
  if (given.verb === 'v' && given.flags.includes('#') && kindOf(value) !== 'invalid')
    return value instanceof Int ? valueText(value) : goSyntax(value)
  if (kindOf(value) !== 'invalid') return formatValue(value, spec)
  return spec.verb === 'v' ? pad('<nil>', spec) : `%!${spec.verb}(<nil>)`
}

const asText = (spec: Spec): Spec => ({ ...spec, verb: 's' })

const formatValue = (value: unknown, spec: Spec): string => {
  const kind = kindOf(value)
  if (kind === 'invalid') return '<nil>'
  if (Array.isArray(value)) return `[${value.map(item => formatValue(item, spec)).join(' ')}]`
  if (kind === 'map' && isMap(value)) return formatMap(value, spec)
  const text = scalars[kind]?.(value, spec)
  return text ?? `%!${spec.verb}(${typeOf(value)}=${formatValue(value, { ...spec, verb: 'v' })})`
}

const formatMap = (map: Readonly<Record<string, unknown>>, spec: Spec): string => {
  const entries = Object.entries(map).sort(([left], [right]) => compareUtf8(left, right))
  return `map[${entries.map(([key, item]) => `${formatValue(key, spec)}:${formatValue(item, spec)}`).join(' ')}]`
}

const scalars: Partial<Record<string, (value: unknown, spec: Spec) => string | undefined>> = {
  int: formatInt,
  float: formatFloat,
  string: formatString,
  bool: (value, spec) => (spec.verb === 't' || spec.verb === 'v' ? pad(String(value), spec) : undefined),
}
