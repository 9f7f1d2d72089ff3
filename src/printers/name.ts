import { isMap } from '../util/go-value.ts'
import { itemsOf } from './items.ts'
import type { OutputFormat } from './printer.ts'

/** `-o name`: `kind/name`, or `kind.group/name`, a line each. */
export const nameFormat: OutputFormat = {
  name: 'name',
  compile: () => (value, write) => {
    for (const item of itemsOf(value)) write(`${qualifiedName(item)}\n`)
  },
}

/** `service/web`, `deployment.apps/web`: what kubectl calls an object in its messages. */
export const qualifiedName = (object: unknown): string => {
  const { apiVersion = '', kind = '' } = isMap(object) ? object : {}
  const group = String(apiVersion).includes('/') ? `.${String(apiVersion).split('/')[0]}` : ''
  return `${String(kind).toLowerCase()}${group}/${nameOf(object)}`
}

/** The name of an object in what is said of it. */
export const nameOf = (object: unknown): string => {
  const metadata = isMap(object) ? object.metadata : undefined
  const name = isMap(metadata) ? metadata.name : undefined
  return typeof name === 'string' && name !== '' ? name : '<unknown>'
}
