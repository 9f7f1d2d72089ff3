import type { KubeObject } from '../../api/meta.ts'
import { fieldSchema, resolveSchema, type Schema, schemaId } from '../../api/schema.ts'
import { isMap } from '../../util/go-value.ts'
import { type Item, schemaOfItem, withMetadata } from './item.ts'
import type { Kustomization, Pairs } from './kustomization.ts'

/** The items with the labels and annotations that a kustomization gives to all. */
export const addLabels = (
  items: readonly Item[],
  { commonLabels, commonAnnotations, labels = [] }: Kustomization,
): readonly Item[] => {
  const rules: readonly Rule[] = [
    ...labels.map(({ pairs = {}, includeSelectors = false, includeTemplates = false }) => ({
      field: 'labels' as const,
      pairs,
      templates: includeSelectors || includeTemplates,
      selectors: includeSelectors,
    })),
    { field: 'labels', pairs: commonLabels ?? {}, templates: true, selectors: true },
    { field: 'annotations', pairs: commonAnnotations ?? {}, templates: true, selectors: false },
  ]
  return rules
    .filter(({ pairs }) => Object.keys(pairs).length > 0)
    .reduce((all, rule) => all.map(item => applyRule(item, rule)), items)
}

interface Rule {
  readonly field: 'labels' | 'annotations'
  readonly pairs: Pairs
  /** Also in the templates of pods. */
  readonly templates: boolean
  /** Also in what selects pods. */
  readonly selectors: boolean
}

const applyRule = (item: Item, rule: Rule): Item => {
  const { field, pairs, templates } = rule
  const own = withMetadata(item, { [field]: { ...item.object.metadata[field], ...pairs } })
  const schema = schemaOfItem(item)
  return schema && templates ? { ...own, object: inside(own.object, schema, rule) as KubeObject } : own
}

// The schema tells where templates and selectors are.
const inside = (value: unknown, schema: Schema, rule: Rule): unknown => {
  if (Array.isArray(value)) {
    const { items = {} } = resolveSchema(schema)
    return value.map(item => inside(item, items, rule))
  }
  if (!isMap(value)) return value
  const changed = Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const inner = fieldSchema(schema, name) ?? {}
      return [name, selectorOf(name, item, { schema: inner, parent: schema, rule }) ?? inside(item, inner, rule)]
    }),
  )
  return isTemplate(schema, rule) ? withPairs(changed, rule) : changed
}

// A claim inside of another object is a template, too, but has no annotations from here.
const isTemplate = (schema: Schema, { field }: Rule): boolean =>
  /\.(PodTemplateSpec|JobTemplateSpec)$/.test(schemaId(schema) ?? '') ||
  (field === 'labels' && /\.PersistentVolumeClaim$/.test(schemaId(schema) ?? ''))

const withPairs = (template: Readonly<Record<string, unknown>>, { field, pairs }: Rule): unknown => {
  const metadata = isMap(template.metadata) ? template.metadata : {}
  const before = isMap(metadata[field]) ? metadata[field] : {}
  return { ...template, metadata: { ...metadata, [field]: { ...before, ...pairs } } }
}

interface Place {
  readonly schema: Schema
  readonly parent: Schema
  readonly rule: Rule
}

/** A selector of pods with the labels in it; undefined for what is no such selector. */
const selectorOf = (name: string, value: unknown, { schema, parent, rule }: Place): unknown => {
  if (!rule.selectors || !isMap(value) || !/^(selector|podSelector|labelSelector)$/.test(name)) return undefined
  if (/\.PersistentVolumeClaimSpec$/.test(schemaId(parent) ?? '')) return undefined
  if (resolveSchema(schema).additionalProperties) return { ...value, ...rule.pairs }
  if (!isMap(value.matchLabels)) return undefined
  return { ...value, matchLabels: { ...value.matchLabels, ...rule.pairs } }
}
